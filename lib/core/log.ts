import pino from 'pino';
import { currentRequest } from './request';

/** JSON lines in production, readable ones elsewhere. Never pass a mail address, a token or a person's text. */
export const log = pino({
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'warn' : 'info'),
  base: null,
  mixin: () => ({ request: currentRequest().id }),
  redact: { paths: ['email', 'token', 'body', '*.email', '*.token', '*.body'], censor: '[kept out]' },
  ...(process.env.NODE_ENV === 'production' || process.env.NODE_ENV === 'test'
    ? {}
    : { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } }),
});
