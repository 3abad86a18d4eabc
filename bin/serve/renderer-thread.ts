import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import next from 'next';
import { sharedCacheControl } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { type RequestContext, requestStorage } from '@/lib/core/request';
import { root } from '../setup/data';
import { INTERNAL } from './internal';
import { sharedPage } from './shared-page';
import { stepBack } from './step-back';
import { isWroteCookie, wroteCookie } from './wrote';

// Next lives in a thread of its own: however long a page takes to render, the front goes on sending what it has.
const { socket, dev } = workerData as { socket: string; dev: boolean };
const settings = env();
const https = settings.SITE_URL.startsWith('https:');
// Where Next asks for the page that an action leads to: at the front, so that it comes out of the cache.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST === '0.0.0.0' ? '127.0.0.1' : settings.HOST}:${settings.PORT}`;
const app = next({ dev, dir: root, hostname: settings.HOST, port: settings.PORT });
await app.prepare();
// Not sooner: threads that are begun by this one, the pool that compresses among them, would step back as well.
stepBack();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  const key = take(request, INTERNAL.key);
  const context: RequestContext = { id: take(request, INTERNAL.request), address: take(request, INTERNAL.address) };
  // At once: an action that leads on has Next fetch the page it leads to, with the cookies of this very answer.
  context.onWrote = () => {
    if (response.headersSent) return;
    const others = [response.getHeader('set-cookie') ?? []].flat().filter((cookie) => !isWroteCookie(String(cookie)));
    response.setHeader('set-cookie', [...others.map(String), wroteCookie(context.wrote ?? [], https)]);
  };
  requestStorage.run(context, () => {
    if (key === 'page' || key === 'data') sharedPage(response, (status) => outcome(context, response, status, true));
    else tell(context, response);
    handle(request, response).catch((error: Error) => response.destroy(error));
  });
});
server.keepAliveTimeout = 60_000;
server.requestTimeout = 0;
const upgrade = app.getUpgradeHandler();
server.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
server.listen(socket, () => parentPort?.postMessage('ready'));

function take(request: IncomingMessage, name: string): string {
  const value = String(request.headers[name] ?? '');
  delete request.headers[name];
  return value;
}

/** Puts what became known while it was answered into the head, just before it goes. */
function tell(context: RequestContext, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, second?: unknown, third?: unknown) => {
    const headers = typeof second === 'object' ? second : third;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) response.setHeader(name, value as string);
    return writeHead(outcome(context, response, status));
  }) as typeof response.writeHead;
}

function outcome(context: RequestContext, response: ServerResponse, asked: number, page = false): number {
  let status = context.status && asked === 200 ? context.status : asked;
  // A page that is not whole is no page, whatever it says of itself: what was kept before is better.
  if (page && (context.fault || context.threw) && status < 500) status = 500;
  for (const [name, value] of Object.entries(context.headers ?? {})) response.setHeader(name, value);
  if (status >= 500 && context.fault) {
    status = 503;
    response.setHeader(INTERNAL.fault, context.fault);
  }
  if (context.wrote) {
    context.onWrote?.();
    // Of what may not have been written yet nothing is said: should it be after all, its own notice is heard as the first.
    if (!context.fault) response.setHeader(INTERNAL.wrote, JSON.stringify(context.wrote));
  }
  if (context.shows && !context.personal && !context.fault && status < 500) {
    response.setHeader(INTERNAL.tags, [...context.shows].join(' '));
    // A file says for itself how long it may be kept.
    if (page)
      for (const [name, value] of Object.entries(sharedCacheControl(status === 404 ? 'missing' : 'page'))) response.setHeader(name, value);
  }
  return status;
}
