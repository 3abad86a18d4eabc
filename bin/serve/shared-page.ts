import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { scriptHashes } from './csp';
import { INTERNAL } from './internal';
import { lighten } from './lighten';

type Done = (error?: Error | null) => void;

/**
 * Holds a page back until it is whole, puts its scripts to sleep and names in its head the hashes of those that are
 * left, so that the front need not look at it. `status` says with which status it goes out.
 */
export function sharedPage(response: ServerResponse, status: (asked: number) => number): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response) as (chunk: Buffer, done?: Done) => ServerResponse;
  const chunks: Buffer[] = [];

  response.writeHead = ((code: number, second?: unknown, third?: unknown) => {
    response.statusCode = code;
    const headers = (typeof second === 'object' ? second : third) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    return response;
  }) as typeof response.writeHead;
  response.flushHeaders = () => undefined;
  response.write = ((chunk: string | Uint8Array, second?: BufferEncoding | Done, third?: Done) => {
    chunks.push(toBuffer(chunk, second));
    const done = typeof second === 'function' ? second : third;
    if (done) process.nextTick(done);
    return true;
  }) as typeof response.write;
  response.end = ((first?: unknown, second?: BufferEncoding | Done, third?: Done) => {
    if (first && typeof first !== 'function') chunks.push(toBuffer(first as string | Uint8Array, second));
    const done = [first, second, third].find((value) => typeof value === 'function') as Done | undefined;
    let body = Buffer.concat(chunks);
    if (String(response.getHeader('content-type')).startsWith('text/html')) {
      // One byte a letter: what is looked for in a page is ASCII, and twice the bytes would take twice the time.
      const light = lighten(body.toString('latin1'));
      body = Buffer.from(light, 'latin1');
      response.setHeader(INTERNAL.scripts, scriptHashes(light).join(' '));
    }
    response.removeHeader('transfer-encoding');
    response.setHeader('content-length', body.length);
    writeHead(status(response.statusCode));
    return end(body, done);
  }) as typeof response.end;
}

const toBuffer = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8') : Buffer.from(chunk);
