import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { requireMember } from '@/lib/accounts/actor';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { sessionCookie } from '@/lib/accounts/session-cookie';
import { vote } from '@/lib/comments/commands/vote';
import { newSince } from '@/lib/comments/new-since';
import { voteIn } from '@/lib/comments/vote-in';
import { env } from '@/lib/core/env';
import { QUICK } from '@/lib/core/quick-forms';
import { requireRole } from '@/lib/db/role';
import { viewerOf } from '@/lib/discovery/viewer';
import { databaseAnswers } from '@/lib/jobs/health';
import { react } from '@/lib/posts/commands/react';
import { openReading } from '@/lib/reading/commands/open-reading';
import { takeBeat } from '@/lib/reading/commands/take-beat';
import { atLeisure, renderAhead } from './ahead';
import { askShared } from './ask';
import type { Key } from './cache/key';
import { type Found, SharedCache } from './cache/shared';
import { makeFront } from './front';
import { listen } from './listen';
import { Queue } from './queue';
import { hostOf } from './refusals';
import { startRenderer } from './renderer';
import { securityOf } from './security';
import { cutSlowReaders } from './slow';

/** How many renderings and how many writes are with Next at once, how many wait for that, and how long. */
const RENDERS = { width: 8, length: 200, patience: 5_000 };
const READS = { width: 8, length: 200, patience: 5_000 };
const WRITES = { width: 8, length: 200, patience: 10_000 };
/** Votes and bulbs, by the connections that looks and beats take too. */
const QUICK_WRITES = { width: 4, length: 200, patience: 10_000 };
/** Within which a head and a whole request must have come, and how often that is looked at. */
const TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };
/** What this thread asks of Postgres itself: as many at once as it has connections for, more or less. */
const ASKS = { width: 16, length: 400, patience: 5_000 };
/** Long answers that only slow clients hold up: each takes half a megabyte and little work. */
const MOST_BEHIND = 64;
const STOP_WITHIN = 9_000;

/**
 * Pages that are rendered before anybody asks for them: how many at most, in which share of the cache, which is less than what is asked for
 * once may fill, and how many of them before the process is ready: home and a post.
 */
const AHEAD = { pages: 100, share: 1 / 8, first: 2 };

export interface WebProcess {
  server: Server;
  /** Finishes what it has, takes nothing new, and is over within ten seconds. */
  stop: () => Promise<void>;
}

/** @throws Refused `sign-in-needed` */
const memberOf = async (sessionHash: string) => requireMember(await actorOfSession(sessionHash, new Date()));

/** One web process: the front with its cache and its ears in this thread, Next in another. Not listening yet. */
export async function webProcess(dev: boolean): Promise<WebProcess> {
  const settings = env();
  const security = securityOf(settings, dev);
  const renderer = startRenderer({ dev, width: RENDERS.width + READS.width + WRITES.width + MOST_BEHIND });
  const renders = new Queue(RENDERS);
  const host = hostOf(settings.SITE_URL) ?? 'localhost';
  const site = { host, security, announceTags: settings.PURGE_URL !== '' };
  // What readers have and was changed is rendered before what nobody has: pages that are asked for once each keep no change from anyone.
  const render = (key: Key, changed: boolean) => renders.run(() => askShared(renderer, key, site), changed);
  const cache = new SharedCache({
    bytes: settings.CACHE_MB * 1_000_000,
    well: settings.PURGE_URL !== '',
    render,
    certainty: { certain: () => listening.certain(), heardUntil: () => listening.heardUntil(), regain: (ms) => listening.regain(ms) },
  });
  const listening = listen(settings.DATABASE_URL, { notice: (notice) => cache.hear(notice), back: (caughtUp) => cache.hearAll(caughtUp) });
  await Promise.all([renderer.ready, requireRole()]);
  let stopping = false;
  if (!dev) {
    const textOf = (found: Found) => (found.kind === 'kept' ? found.entry.variants.identity?.body.toString() : undefined) ?? null;
    const room = AHEAD.share * settings.CACHE_MB * 1_000_000;
    const enough = () => cache.store.count >= AHEAD.pages || cache.store.bytes >= room;
    const ahead = renderAhead(async (key) => textOf(await cache.find(key)), enough);
    for (let nth = 0; nth < AHEAD.first; nth += 1) await ahead.next();
    void atLeisure(ahead, () => stopping);
  }

  const passing = { renderer, security, hear: cache.hear.bind(cache), behind: { most: MOST_BEHIND, now: new Set<ServerResponse>() } };
  const asks = new Queue(ASKS);
  const queued =
    <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      asks.run(() => ask(...args));
  const own = {
    headers: security.always,
    sessionCookie: sessionCookie(),
    viewer: queued(viewerOf),
    newSince: queued(newSince),
    databaseAnswers,
    openReading: queued(openReading),
    takeBeat: queued(takeBeat),
    quick: {
      [QUICK.vote]: async (hash: string, form: URLSearchParams) => vote(await memberOf(hash), voteIn(form)),
      [QUICK.bulb]: async (hash: string, form: URLSearchParams) => react(await memberOf(hash), Object.fromEntries(form)),
    },
  };
  const queues = { reads: new Queue(READS), writes: new Queue(WRITES), quick: new Queue(QUICK_WRITES) };
  const front = makeFront({ settings, cache: dev ? null : cache, passing, own, ...queues });
  const server = createServer({ ...TIMEOUTS, keepAliveTimeout: 65_000 }, front);
  cutSlowReaders(server);
  // Without a listener, who asks for another protocol is answered in this one.
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Hot reloading: handed on as it is.
    const upstream = renderer.connect();
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
    const lines = request.rawHeaders.reduce((text, part, nth) => text + part + (nth % 2 === 0 ? ': ' : '\r\n'), '');
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines}\r\n`);
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  };
  if (dev) server.on('upgrade', upgrade);

  return {
    server,
    async stop() {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // An answer under way closes its connection when it is out, instead of waiting for a next request.
      server.prependListener('request', (_, response) => response.setHeader('connection', 'close'));
      const late = new Promise<void>((resolve) => setTimeout(resolve, STOP_WITHIN).unref());
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      await Promise.race([closed, late]);
      clearInterval(idle);
      server.closeAllConnections();
      await listening.stop();
      await renderer.stop();
    },
  };
}
