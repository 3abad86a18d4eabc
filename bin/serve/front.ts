import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Environment } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { clientAddress } from './address';
import { type Entry, headOf } from './cache/entry';
import { type Key, keyOf } from './cache/key';
import { Failed, type SharedCache } from './cache/shared';
import { bodyOf } from './form-body';
import { makeLimits } from './limits';
import { type Own, ownAnswer, sessionIn } from './own';
import { type Asked, asksAsScript, fail, type Passing, pass, sendInstead } from './pass';
import { isQuick, pathOf } from './paths';
import { Overloaded, type Queue } from './queue';
import { answerQuick } from './quick';
import { answerReading, isReading } from './reading';
import { hostOf, type Refusal, refusalOf, TOO_LARGE } from './refusals';
import { sendKept } from './send-kept';
import { wroteIn } from './wrote';

export interface FrontParts {
  settings: Environment;
  /** Null while developing: every page is rendered anew. */
  cache: SharedCache | null;
  passing: Passing;
  own: Own;
  /** For what is asked and for what is to be saved. */
  reads: Queue;
  writes: Queue;
  /** For the forms that do not go through Next. */
  quick: Queue;
}

/** Answers every request: out of the cache when it can, otherwise through limits and queues by the renderer. */
export function makeFront({ settings, cache, passing, own, reads, writes, quick }: FrontParts): RequestListener {
  const limited = makeLimits(settings.REQUEST_LIMIT);
  const https = settings.SITE_URL.startsWith('https:');
  const site = { siteHost: hostOf(settings.SITE_URL) ?? '', embeddedPort: settings.EMBEDDED ? settings.PORT : null };
  const grown = (key: Key) => (entry: Entry) => cache?.store.resize(key.id, entry);

  return (request, response) => {
    const key = cache ? keyFor(request) : null;
    if (key && cache && refusalOf({ method: 'GET', path: key.url, headers: request.headers }, site) === null) {
      const found = cache.quick(key, wroteIn(request.headers.cookie));
      if (found?.kind === 'kept') return send(request, response, { ...found, grown: grown(key) });
    }
    void work(request, response, key);
  };

  /** A fault here is an answer that fails, never the end of the process. */
  function send(request: IncomingMessage, response: ServerResponse, kept: Parameters<typeof sendKept>[2]): void {
    try {
      sendKept(request, response, kept);
    } catch (error) {
      log.error({ err: error, path: pathOf(request.url ?? '/') }, 'a kept page was not sent');
      response.destroy();
    }
  }

  async function work(request: IncomingMessage, response: ServerResponse, key: Key | null): Promise<void> {
    const method = request.method ?? 'GET';
    const read = method === 'GET' || method === 'HEAD';
    const path = pathOf(request.url ?? '/');
    const address = clientAddress(
      request.socket.remoteAddress ?? '',
      String(request.headers['x-forwarded-for'] ?? ''),
      settings.TRUSTED_PROXIES,
    );
    const asked: Asked = { id: randomUUID(), address, path, body: null };
    const begun = performance.now();
    response.on('close', () => {
      const ms = Math.round(performance.now() - begun);
      log.info({ request: asked.id, method, path, status: response.statusCode, ms }, 'answered');
    });
    try {
      const refusal = refusalOf({ method, path, headers: request.headers }, site);
      if (refusal) return refuse(request, response, refusal);
      const reading = method === 'POST' && isReading(path);
      // Beats come as often as looks do, several tabs and people behind one address: they are counted as those.
      const wait = await limited(address, !read && !reading);
      if (wait !== null) return refuse(request, response, { status: 429, text: `Too many requests. Try again in ${wait} s.`, wait });
      if (key && cache && (await shared(request, response, key))) return;
      if (read && (await ownAnswer(request, response, own))) return;
      if (reading) return await answerReading(request, response, own);
      if (method === 'POST' && isQuick(path)) {
        const taken = await answerQuick(request, response, { ...asked, path }, { own, passing, queue: quick, https });
        return taken ? undefined : refuse(request, response, TOO_LARGE);
      }
      if (!read) {
        asked.body = await bodyOf(request, { until: response });
        if (asked.body === null) return refuse(request, response, TOO_LARGE);
      }
      // A client that left meanwhile is not served, nor what it sent carried out.
      await (read ? reads : writes).run(async () => {
        if (!response.destroyed) await pass(request, response, asked, passing);
      });
    } catch (error) {
      await failed(request, response, asked, error);
    }
  }

  /** Answers with what is the same for everyone; not where there is a file that only people who are signed in may have. */
  async function shared(request: IncomingMessage, response: ServerResponse, key: Key): Promise<boolean> {
    const found = await (cache as SharedCache).find(key, wroteIn(request.headers.cookie));
    if (found.kind === 'kept') {
      sendKept(request, response, { ...found, grown: grown(key) });
      return true;
    }
    const { status, body } = found.rendered;
    if (key.kind === 'file' && status === 404 && sessionIn(request.headers.cookie, own.sessionCookie)) return false;
    response.writeHead(status, { ...headOf(found.rendered), 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  async function failed(request: IncomingMessage, response: ServerResponse, asked: Asked, error: unknown): Promise<void> {
    const overloaded = error instanceof Overloaded;
    const fault = error instanceof Failed ? error.rendered.fault : '';
    const reason = overloaded ? 'busy' : ((fault || (error instanceof Failed ? 'bug' : 'busy')) as Parameters<typeof fail>[3]['reason']);
    if (overloaded) log.warn({ request: asked.id, path: asked.path }, 'refused: too much at once');
    else log.error({ err: error, request: asked.id, path: asked.path }, 'a request failed');
    if (response.headersSent || response.destroyed) response.destroy();
    else {
      const wait = overloaded ? error.retryAfterSeconds : undefined;
      await fail(request, response, asked, { passing, status: reason === 'bug' ? 500 : 503, reason, wait });
    }
  }

  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    { status, text, wait = null }: Refusal & { wait?: number | null },
  ): void {
    const close = request.method !== 'GET' && request.method !== 'HEAD';
    const reason = status === TOO_LARGE.status ? 'too-large' : wait === null ? null : 'too-many';
    if (reason && asksAsScript(request)) {
      sendInstead(response, { status, instead: { reason, retryAfterSeconds: wait }, close }, passing);
      return;
    }
    response.writeHead(status, {
      ...passing.security.always,
      'content-security-policy': passing.security.nothing,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(wait === null ? {} : { 'retry-after': String(wait) }),
      // What is left of the body is not worth reading.
      ...(close ? { connection: 'close' } : {}),
    });
    response.end(`${text}\n`);
  }
}

function keyFor(request: IncomingMessage): Key | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  const { headers } = request;
  const data = headers.rsc !== undefined;
  // A cache in front that knows no `Vary` tells the two apart by the address alone: with half of it, the answer is kept nowhere.
  if (data !== /[?&]_rsc(?:=|&|$)/.test(request.url ?? '')) return null;
  // The router asks for parts of pages with these; what it gets is for nobody else.
  if (headers['next-router-prefetch'] !== undefined || headers['next-router-segment-prefetch'] !== undefined) return null;
  return keyOf(request.url ?? '/', data);
}
