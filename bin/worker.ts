import { existsSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { root } from './setup/data';

// Does the jobs that requests leave behind. In the embedded mode it also is the mail server of the demo town.
const settings = env();
const closing: (() => Promise<void>)[] = [];

async function load<T>(file: string): Promise<T | null> {
  return existsSync(path.join(root, file)) ? ((await import(path.join(root, file))) as T) : null;
}

if (settings.EMBEDDED && settings.SMTP_URL !== '') {
  const sink = await load<{ startSink: (port: number) => Promise<{ close: () => unknown }> }>('lib/mail/sink.ts');
  const started = await sink?.startSink(Number(new URL(settings.SMTP_URL).port));
  if (started) closing.push(async () => void (await started.close()));
}
const worker = await load<{ startWorker: () => Promise<() => Promise<void>> }>('lib/mail/worker.ts');
if (worker) closing.push(await worker.startWorker());
process.send?.({ ready: true });

// Without a job to wait for, the open channel to the parent keeps this process alive.
let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), 8_000).unref();
  for (const close of closing.reverse())
    await close().catch((error: unknown) => log.error({ err: error }, 'the worker did not stop cleanly'));
  process.exit(0);
}
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, () => void stop());
