import { writeSync } from 'node:fs';
import pino from 'pino';
import { currentRequest } from './request';
import { sourceStack } from './source-stack';

/** So often a line is tried again that a full pipe did not take, some milliseconds apart. */
const TRIES = 20;

/**
 * Where lines go: what cannot be written, to a full disk say, is lost, and what it tells of goes on. pino's own destination ends the
 * process then, or waits for room for ever when it ends.
 */
const lines = {
  write(line: string): void {
    let left = Buffer.from(line);
    for (let nth = 0; nth < TRIES && left.length > 0; nth += 1) {
      try {
        left = left.subarray(writeSync(1, left));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  },
};

const plain = process.env.NODE_ENV === 'production' || process.env.NODE_ENV === 'test';

const options: pino.LoggerOptions = {
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'warn' : 'info'),
  base: null,
  mixin: () => ({ request: currentRequest().id }),
  // An error of the database carries the whole connection, and in its detail what somebody typed.
  serializers: {
    err: (error: unknown) =>
      error instanceof Error
        ? { type: error.name, message: error.message, stack: sourceStack(error.stack), ...('code' in error ? { code: error.code } : {}) }
        : error,
  },
  redact: { paths: ['email', 'token', 'body', '*.email', '*.token', '*.body'], censor: '[kept out]' },
};

/** JSON lines in production, readable ones elsewhere. Never pass a mail address, a token or a person's text. */
export const log = plain
  ? pino(options, lines)
  : pino({ ...options, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } });
