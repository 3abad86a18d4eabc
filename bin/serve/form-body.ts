import type { IncomingMessage, ServerResponse } from 'node:http';
import { Overloaded } from './queue';
import { MAX_BODY } from './refusals';

/** Bytes of bodies that one process holds at once, from their first byte until they are answered. */
const MOST_HELD = 64 * 1024 * 1024;
let held = 0;

/**
 * The whole body, or null when it is larger than `most` bytes; it counts as held until `until` is over. A slow one is cut by the server's
 * `requestTimeout`. @throws Overloaded when too much is held already
 */
export function bodyOf(
  request: IncomingMessage,
  { until, most = MAX_BODY }: { until: ServerResponse; most?: number },
): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let counted = 0;
    until.once('close', () => {
      held -= counted;
    });
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (held + chunk.length > MOST_HELD) {
        request.pause();
        return reject(new Overloaded(5));
      }
      counted += chunk.length;
      held += chunk.length;
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
