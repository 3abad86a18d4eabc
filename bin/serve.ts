import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { webProcess } from './serve/process';
import { processCount } from './setup/process-count';

// The web server. `npm start` runs it as a child; `npm run serve -- --processes N` runs N of them on one port. In
// production any number may run on any number of machines over one Postgres.
const { processes } = parseArgs({ options: { processes: { type: 'string', default: '1' } } }).values;
const wanted = processCount(processes) ?? 1;

if (wanted > 1 && cluster.isPrimary) lead(wanted);
else await work();

async function work(): Promise<void> {
  const settings = env();
  const { server, stop } = await webProcess(process.env.NODE_ENV !== 'production');
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE';
    process.send?.({ fault: taken ? `Port ${settings.PORT} is taken: stop what runs there, or set PORT to another.` : error.message });
    if (!process.send) log.fatal({ err: error }, 'the server cannot listen');
    process.exit(1);
  });
  server.listen(settings.PORT, settings.HOST, () => process.send?.({ ready: true }));
  onStop(stop);
}

/** Starts the workers, starts a new one for each that ends, and hands a stop on to all. */
function lead(count: number): void {
  let stopping = false;
  let up = 0;
  const begin = () => {
    const began = performance.now();
    const worker = cluster.fork();
    worker.on('message', (message: { ready?: boolean; fault?: string }) => {
      if (message.fault) process.send?.(message);
      if (!message.ready) return;
      up += 1;
      if (up === count) process.send?.({ ready: true });
    });
    worker.on('exit', (code, signal) => {
      if (stopping) return;
      log.error({ code, signal }, 'a web process ended');
      // One that never came up will not the next time either.
      if (performance.now() - began < 2_000 && up < count) process.exit(1);
      setTimeout(() => !stopping && begin(), 500);
    });
  };
  for (let nth = 0; nth < count; nth += 1) begin();
  onStop(async () => {
    stopping = true;
    await Promise.all(
      Object.values(cluster.workers ?? {}).map((worker) => {
        const ended = new Promise<void>((resolve) => worker?.once('exit', () => resolve()));
        worker?.process.kill('SIGTERM');
        return ended;
      }),
    );
  });
}

function onStop(stop: () => Promise<void>): void {
  let asked = false;
  const once = () => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(0), 10_000).unref();
    void stop().finally(() => process.exit(0));
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, once);
}
