import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { type Instead, insteadLine } from '@/lib/core/instead';
import { log } from '@/lib/core/log';
import { RENDER_WITHIN } from './ask';
import type { Notice } from './cache/changes';
import { compressible, encodingFor } from './cache/negotiate';
import { compressor } from './compress';
import { type Failure, sendFailure } from './failure-page';
import { typedIn } from './form-body';
import { INTERNAL } from './internal';
import { isFile, isQuick, pathOf } from './paths';
import type { Renderer } from './renderer';
import type { Security } from './security';

export interface Passing {
  renderer: Renderer;
  security: Security;
  /** Hears what the request changed before its answer goes out. */
  hear: (notice: Notice) => void;
  /** Answers that wait for nothing but for whom they are for; when there are `most`, the next such one is cut. */
  behind: { most: number; now: Set<ServerResponse> };
}

export interface Asked {
  id: string;
  address: string;
  path: string;
  /** The whole body of a write. */
  body: Buffer | null;
}

const HOP = new Set<string>([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'accept-encoding',
  // Only with the body that it counts, see below: without, what comes next on the connection would be taken for it.
  'content-length',
  ...Object.values(INTERNAL),
]);
const NOT_SENT = new Set<string>(['connection', 'keep-alive', 'transfer-encoding', 'date', ...Object.values(INTERNAL)]);

/** Nothing was sent to the renderer, so that nothing can have been done. */
const NOBODY_THERE = new Set(['ECONNREFUSED', 'ENOENT']);

/** So much of an answer is taken from the renderer before whom it is for has taken it. Bytes. */
const AHEAD = 512 * 1024;

/**
 * Hands one person's request to the renderer and its answer back, as it comes. Never kept. Settles when the renderer is done with it, or
 * waits only for a client that is slower: such a one holds nobody else's place.
 */
export function pass(request: IncomingMessage, response: ServerResponse, asked: Asked, passing: Passing): Promise<void> {
  const { security, renderer, behind } = passing;
  const nonce = randomBytes(16).toString('base64');
  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(request.headers)) if (!HOP.has(name)) headers[name] = value;
  // Next takes the nonce from this header, so nobody outside may set it.
  delete headers['content-security-policy-report-only'];
  headers['content-security-policy'] = security.own(nonce);
  headers[INTERNAL.request] = asked.id;
  headers[INTERNAL.address] = asked.address;
  if (asked.body) headers['content-length'] = asked.body.length;

  return new Promise((resolve) => {
    const upstream = renderer.ask({ method: request.method, path: request.url, headers });
    const late = setTimeout(() => {
      // Between two pieces of an answer no longer than before it, unless it is the client that is waited for.
      if (behind.now.has(response)) late.refresh();
      else upstream.destroy(new Error('the renderer did not answer in time'));
    }, RENDER_WITHIN);
    const over = () => {
      clearTimeout(late);
      resolve();
    };
    response.once('close', () => {
      upstream.destroy();
      over();
    });
    upstream.once('close', over);
    upstream.on('error', (error: NodeJS.ErrnoException) => {
      if (response.destroyed || response.writableEnded) return;
      log.error({ err: error, request: asked.id, path: asked.path }, 'the renderer did not answer');
      if (response.headersSent) response.destroy();
      else
        void fail(request, response, asked, {
          passing,
          status: 503,
          reason: asked.body && !NOBODY_THERE.has(error.code ?? '') ? 'unsure' : 'busy',
        });
    });
    upstream.on('response', (answer) => {
      answer.on('error', () => response.destroy());
      answer.on('data', () => late.refresh());
      const ahead = new PassThrough({ highWaterMark: AHEAD });
      ahead.on('drain', () => behind.now.delete(response));
      response.once('close', () => behind.now.delete(response));
      const held = () => {
        if (behind.now.size < behind.most) behind.now.add(response);
        else {
          log.warn({ request: asked.id, path: asked.path }, 'cut: too many take their answers slowly');
          response.destroy();
        }
        resolve();
      };
      answerWith(request, response, answer, {
        asked,
        passing,
        nonce,
        send: (whole) => whole.on('pause', held).pipe(ahead).pipe(response),
      });
    });
    upstream.end(asked.body ?? undefined);
  });
}

interface With {
  asked: Asked;
  passing: Passing;
  nonce: string;
  send: (whole: Readable) => void;
}

function answerWith(
  request: IncomingMessage,
  response: ServerResponse,
  answer: IncomingMessage,
  { asked, passing, nonce, send }: With,
): void {
  const status = answer.statusCode ?? 500;
  const html = String(answer.headers['content-type'] ?? '').startsWith('text/html');
  const wrote = noticesIn(answer.headers[INTERNAL.wrote]);
  for (const notice of wrote) passing.hear(notice);
  // An error page of Next's own says nothing; an action's answer that was refused is a page with its words in it.
  if (status >= 500 && html && (answer.headers[INTERNAL.fault] !== undefined || status === 500)) {
    answer.resume();
    const fault = answer.headers[INTERNAL.fault] as Failure['reason'] | undefined;
    return void fail(request, response, asked, { passing, status, reason: fault ?? 'bug' });
  }
  const head: Record<string, string | string[]> = { ...passing.security.always, 'x-request-id': asked.id };
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined && !NOT_SENT.has(name)) head[name] = value;
  head['content-security-policy'] = passing.security.own(nonce);
  if (html || !isFile(asked.path)) head['cache-control'] = 'private, no-store';
  const type = String(answer.headers['content-type'] ?? '');
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''));
  // A part of a file is of the file as it is.
  if (
    status === 206 ||
    encoding === 'identity' ||
    head['content-encoding'] !== undefined ||
    !compressible(type) ||
    request.method === 'HEAD'
  ) {
    response.writeHead(status, head);
    send(answer);
    return;
  }
  delete head['content-length'];
  head['content-encoding'] = encoding;
  head.vary = head.vary ? `${String(head.vary)}, accept-encoding` : 'accept-encoding';
  response.writeHead(status, head);
  const through = compressor(encoding);
  response.once('close', () => through.destroy());
  send(answer.pipe(through));
}

interface Why {
  passing: Passing;
  status: number;
  reason: Failure['reason'];
  /** Seconds. */
  wait?: number | undefined;
}

/** Answers in place of the renderer; nothing that was typed is lost. */
export async function fail(
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
  { passing, status, reason, wait }: Why,
): Promise<void> {
  const { accept = '' } = request.headers;
  if (asksAsScript(request))
    return sendInstead(
      response,
      { status, instead: reason === 'bug' ? { reason, id: asked.id } : { reason, retryAfterSeconds: wait ?? null } },
      passing,
    );
  if (!asked.body && accept !== '' && !/text\/html|\*\/\*/.test(accept)) return sendLine(response, status, passing);
  const language = String(request.headers['accept-language'] ?? '');
  const typed = asked.body ? await typedIn(asked.body, String(request.headers['content-type'] ?? '')) : null;
  const head = { ...passing.security.always, 'content-security-policy': passing.security.nothing, 'x-request-id': asked.id };
  const write = request.method !== 'GET' && request.method !== 'HEAD';
  sendFailure(
    response,
    { status, reason, id: asked.id, language, write, typed, retryAfterSeconds: wait, address: request.url ?? '/' },
    head,
  );
}

/** Of a form that the page's own scripts sent: they have what was typed, and show why in it. */
export const asksAsScript = (request: IncomingMessage): boolean =>
  request.headers['next-action'] !== undefined || (request.method === 'POST' && isQuick(pathOf(request.url ?? '')));

export function sendInstead(
  response: ServerResponse,
  { status, instead, close = false }: { status: number; instead: Instead; close?: boolean },
  { security }: Pick<Passing, 'security'>,
): void {
  response.writeHead(status, {
    ...security.always,
    // To the letter: of any other type Next does not read it.
    'content-type': 'text/plain',
    'cache-control': 'no-store',
    'retry-after': String((instead.reason === 'bug' ? null : instead.retryAfterSeconds) ?? 5),
    ...(close ? { connection: 'close' } : {}),
  });
  response.end(insteadLine(instead));
}

// A program.
function sendLine(response: ServerResponse, status: number, { security }: Passing): void {
  const head = { ...security.always, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' };
  response.writeHead(status, head);
  response.end('Not now. Try again in a moment.\n');
}

function noticesIn(header: string | string[] | undefined): Notice[] {
  return header === undefined ? [] : (JSON.parse(String(header)) as Notice[]);
}
