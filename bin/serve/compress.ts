import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Compresses a stream, passing on at once whatever was written. */
export function compressor(encoding: 'br' | 'gzip'): Transform {
  return encoding === 'br'
    ? createBrotliCompress({
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 4,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_LGWIN]: 18,
        },
        flush: constants.BROTLI_OPERATION_FLUSH,
      })
    : createGzip({ level: 6, flush: constants.Z_SYNC_FLUSH });
}
