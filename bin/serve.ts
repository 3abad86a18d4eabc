import { createServer } from 'node:http';
import next from 'next';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { makeHandler } from './serve/handler';
import { root } from './setup/data';

// One web process. `npm start` runs it as a child; in production any number may run over one Postgres.
const settings = env();
const dev = process.env.NODE_ENV !== 'production';
const app = next({ dev, dir: root, hostname: settings.HOST, port: settings.PORT });
await app.prepare();
const handle = app.getRequestHandler();
const answer = makeHandler((request, response) => handle(request, response), settings, dev);
const server = createServer((request, response) => void answer(request, response));
const upgrade = app.getUpgradeHandler();
server.on('upgrade', (request, socket, head) => {
  if (dev) void upgrade(request, socket, head);
  else socket.destroy();
});
server.requestTimeout = 30_000;
server.headersTimeout = 15_000;
server.keepAliveTimeout = 65_000;
server.on('error', (error: NodeJS.ErrnoException) => {
  const taken = error.code === 'EADDRINUSE';
  process.send?.({ fault: taken ? `Port ${settings.PORT} is taken: stop what runs there, or set PORT to another.` : error.message });
  if (!process.send) log.fatal({ err: error }, 'the server cannot listen');
  process.exit(1);
});
server.listen(settings.PORT, settings.HOST, () => process.send?.({ ready: true }));

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5_000).unref();
}
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, stop);
