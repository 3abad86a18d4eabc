import pino from 'pino';
import { currentRequest } from './request';
import { sourceStack } from './source-stack';

/** JSON lines in production, readable ones elsewhere. Never pass a mail address, a token or a person's text. */
export const log = pino({
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
  ...(process.env.NODE_ENV === 'production' || process.env.NODE_ENV === 'test'
    ? {}
    : { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }),
});
