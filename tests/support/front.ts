import http, { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { environment } from '@/lib/core/env';
import { QUICK } from '@/lib/core/quick-forms';
import { NOBODY } from '@/lib/discovery/viewer';
import { askShared } from '../../bin/serve/ask';
import { SharedCache } from '../../bin/serve/cache/shared';
import { makeFront } from '../../bin/serve/front';
import type { Own } from '../../bin/serve/own';
import { Queue } from '../../bin/serve/queue';
import type { Renderer } from '../../bin/serve/renderer';
import { securityOf } from '../../bin/serve/security';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close().closeAllConnections();
});

export async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return (server.address() as AddressInfo).port;
}

/** The front over a renderer that answers as told; `more` of what it answers itself. */
export async function front(renders: RequestListener, more: Partial<Own> = {}, limit = '0') {
  const upstream = await serve(renders);
  const settings = environment.parse({ SITE_URL: 'http://localhost:3000', REQUEST_LIMIT: limit, LOG_LEVEL: 'silent' });
  const security = securityOf(settings, false);
  const renderer: Renderer = {
    ready: Promise.resolve(),
    ask: (options) => http.request({ ...options, host: '127.0.0.1', port: upstream, maxHeaderSize: 1 << 20 }),
    connect: () => {
      throw new Error('not here');
    },
    stop: async () => undefined,
  };
  const queue = () => new Queue({ width: 2, length: 2, patience: 2_000 });
  const rendering = queue();
  const cache = new SharedCache({
    bytes: 8_000_000,
    render: (key, changed) =>
      rendering.run(() => askShared(renderer, key, { host: 'localhost:3000', security, announceTags: true }), changed),
    certainty: { certain: () => true, heardUntil: () => performance.now(), regain: async () => true },
  });
  const passing = { renderer, security, hear: cache.hear.bind(cache), behind: { most: 5, now: new Set<ServerResponse>() } };
  const own = {
    headers: security.always,
    sessionCookie: 's',
    viewer: async () => NOBODY,
    newSince: () => Promise.resolve(0),
    databaseAnswers: async () => true,
    openReading: async () => ({ seq: 0, today: 0 }),
    takeBeat: async () => ({ seq: 1, taken: true, counted: true, today: 10 }),
    quick: { [QUICK.vote]: async () => undefined, [QUICK.bulb]: async () => undefined },
    ...more,
  };
  return serve(makeFront({ settings, cache, passing, own, reads: queue(), writes: queue(), quick: queue() }));
}

export const origin = { origin: 'http://localhost:3000' };
