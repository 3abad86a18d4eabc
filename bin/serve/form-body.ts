import type { IncomingMessage } from 'node:http';
import { MAX_BODY } from './refusals';

/** The whole body, or null when it is larger than `MAX_BODY`. A slow one is cut by the server's `requestTimeout`. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
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
