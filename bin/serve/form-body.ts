import type { IncomingMessage } from 'node:http';
import { MAX_BODY } from './refusals';

/** The whole body, or null when it is larger than `most` bytes. A slow one is cut by the server's `requestTimeout`. */
export function bodyOf(request: IncomingMessage, most = MAX_BODY): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return chunks.push(chunk);
      // The connection lives on for the refusal.
      request.pause();
      resolve(null);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the request ended before its body did')));
  });
}

/** The text fields of a form, in order; empty when it is none. */
export async function typedIn(body: Buffer, contentType: string): Promise<[string, string][]> {
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(contentType)) return [];
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
  } catch {
    return [];
  }
}
