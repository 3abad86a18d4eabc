import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Transform } from 'node:stream';
import { compressed, compressor, encodingFor } from './compress';

export interface Head {
  /** Hold the body back until it is whole. */
  hold: boolean;
}

export interface Shaping {
  acceptEncoding: string;
  ifNoneMatch: string;
  /** Called once, when status and headers are known and nothing is sent yet. */
  head: (response: ServerResponse) => Head;
  /** Called with a held body before it is sent. */
  held: (response: ServerResponse, body: Buffer) => void;
}

type Done = (error?: Error | null) => void;

/** Puts itself between whoever answers and the socket: sets the head late, holds back, compresses. */
export function shape(response: ServerResponse, shaping: Shaping): void {
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response) as (chunk: Buffer, done?: Done) => boolean;
  const end = response.end.bind(response) as (chunk?: Buffer, done?: Done) => ServerResponse;
  let mode: 'new' | 'plain' | 'held' | Transform = 'new';
  const chunks: Buffer[] = [];

  const begin = (): void => {
    if (mode !== 'new') return;
    mode = 'plain';
    const { hold } = shaping.head(response);
    const type = String(response.getHeader('content-type') ?? '');
    const bodiless = response.statusCode === 204 || response.statusCode === 304 || response.statusCode < 200;
    if (hold && !bodiless) {
      mode = 'held';
      return;
    }
    const encoding = response.hasHeader('content-encoding') || bodiless ? null : encodingFor(shaping.acceptEncoding, type);
    if (encoding) {
      response.setHeader('content-encoding', encoding);
      response.removeHeader('content-length');
      vary(response);
      mode = pipe(compressor(encoding), write, end, response);
    }
    writeHead(response.statusCode);
  };

  response.writeHead = ((status: number, second?: string | OutgoingHttpHeaders, third?: OutgoingHttpHeaders) => {
    response.statusCode = status;
    const headers = typeof second === 'object' ? second : third;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value);
    return response;
  }) as typeof response.writeHead;
  response.flushHeaders = () => undefined;

  response.write = ((chunk: string | Uint8Array, second?: BufferEncoding | Done, third?: Done) => {
    begin();
    const bytes = toBuffer(chunk, second);
    const done = typeof second === 'function' ? second : third;
    if (mode === 'held') {
      chunks.push(bytes);
      if (done) process.nextTick(done);
      return true;
    }
    return typeof mode === 'object' ? mode.write(bytes, done) : write(bytes, done);
  }) as typeof response.write;

  response.end = ((first?: unknown, second?: BufferEncoding | Done, third?: Done) => {
    const chunk = typeof first === 'function' ? undefined : (first as string | Uint8Array | null | undefined);
    const done = [first, second, third].find((value) => typeof value === 'function') as Done | undefined;
    begin();
    const bytes = chunk ? toBuffer(chunk, second) : undefined;
    if (mode === 'held') {
      if (bytes) chunks.push(bytes);
      sendHeld(response, shaping, Buffer.concat(chunks)).then(
        (body) => {
          writeHead(response.statusCode);
          end(body, done);
        },
        (error: Error) => response.destroy(error),
      );
    } else if (typeof mode === 'object') {
      if (done) response.once('finish', done);
      mode.end(bytes);
    } else end(bytes, done);
    return response;
  }) as typeof response.end;
}

async function sendHeld(response: ServerResponse, shaping: Shaping, body: Buffer): Promise<Buffer | undefined> {
  shaping.held(response, body);
  response.removeHeader('transfer-encoding');
  const encoding = encodingFor(shaping.acceptEncoding, String(response.getHeader('content-type') ?? ''));
  vary(response);
  if (response.statusCode === 200) {
    const tag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    response.setHeader('etag', tag);
    if (shaping.ifNoneMatch.split(/\s*,\s*/).includes(tag)) {
      response.statusCode = 304;
      response.removeHeader('content-length');
      return undefined;
    }
  }
  const sent = encoding ? await compressed(body, encoding) : body;
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', sent.length);
  return sent;
}

function pipe(through: Transform, write: (chunk: Buffer) => boolean, end: () => unknown, response: ServerResponse): Transform {
  through.on('data', (chunk: Buffer) => {
    if (write(chunk)) return;
    through.pause();
    response.once('drain', () => through.resume());
  });
  through.on('drain', () => response.emit('drain'));
  through.on('end', () => end());
  through.on('error', (error) => response.destroy(error));
  response.on('close', () => through.destroy());
  return through;
}

function vary(response: ServerResponse): void {
  const now = String(response.getHeader('vary') ?? '');
  if (!/accept-encoding/i.test(now)) response.setHeader('vary', now ? `${now}, Accept-Encoding` : 'Accept-Encoding');
}

const toBuffer = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8') : Buffer.from(chunk);
