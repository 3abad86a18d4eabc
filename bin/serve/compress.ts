import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const TEXT = /^(text\/|application\/(json|javascript|xml|manifest\+json|rss\+xml|atom\+xml|feed\+json)|image\/svg\+xml)/;

export function encodingFor(accepted: string, contentType: string): Encoding | null {
  if (!TEXT.test(contentType)) return null;
  const names = accepted
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';', 1)[0]);
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null;
}

const params = (quality: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: quality,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
});
const br = promisify(brotliCompress);
const gz = promisify(gzip);

export const compressed = (body: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br' ? br(body, { params: { ...params(5), [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }) : gz(body, { level: 6 });

/** Compresses a stream, passing on at once whatever was written. */
export function compressor(encoding: Encoding): Transform {
  return encoding === 'br'
    ? createBrotliCompress({ params: params(5), flush: constants.BROTLI_OPERATION_FLUSH })
    : createGzip({ level: 6, flush: constants.Z_SYNC_FLUSH });
}
