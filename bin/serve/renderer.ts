import { mkdtempSync, rmSync } from 'node:fs';
import http, { type ClientRequest, type RequestOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { log } from '@/lib/core/log';
import { entry } from '../setup/children';

const AGAIN_AFTER = 500;
const MOST_AFTER = 30_000;
/** A page makes some megabytes of rubbish: with room for a few at once it dies young. Megabytes. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 };

export interface Renderer {
  /** Settles when it can be asked for the first time. */
  ready: Promise<void>;
  ask: (options: RequestOptions) => ClientRequest;
  /** A raw connection, for what upgrades from HTTP. */
  connect: () => Socket;
  stop: () => Promise<void>;
}

interface RendererOptions {
  dev: boolean;
  /** How many requests may be with it at once. */
  width: number;
  /** The file of `bin` that the thread runs. */
  thread?: string;
}

/** Runs Next in a thread and starts it anew when it ends. */
export function startRenderer({ dev, width, thread = 'serve/renderer-thread.ts' }: RendererOptions): Renderer {
  const folder = process.platform === 'win32' ? '' : mkdtempSync(path.join(tmpdir(), 'bulb-'));
  const socket = folder === '' ? `\\\\.\\pipe\\bulb-${process.pid}-${Math.random().toString(36).slice(2)}` : path.join(folder, 'render');
  process.once('exit', () => folder !== '' && rmSync(folder, { recursive: true, force: true }));
  const agent = new http.Agent({ keepAlive: true, maxSockets: width, scheduling: 'lifo' });
  let stopping = false;
  let everReady = false;
  let wait = AGAIN_AFTER;
  let worker: Worker;
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();

  const begin = () => {
    rmSync(socket, { force: true });
    let served = false;
    const { file, execArgv } = entry(thread);
    worker = new Worker(file, {
      workerData: { socket, dev },
      execArgv,
      resourceLimits: dev ? {} : LIMITS,
    });
    worker.on('message', () => {
      served = true;
      everReady = true;
      resolve();
    });
    worker.on('error', (error) => log.error({ err: error }, 'the renderer failed'));
    worker.on('exit', () => {
      if (stopping) return;
      // What never came up will not the next time either; what did is started again, ever more slowly.
      reject(new Error('the renderer did not start: see the lines above'));
      if (!everReady) return;
      wait = served ? AGAIN_AFTER : Math.min(wait * 2, MOST_AFTER);
      setTimeout(() => !stopping && begin(), wait);
    });
  };
  begin();

  return {
    ready,
    // A page of many people says so in its head.
    ask: (options) => http.request({ ...options, socketPath: socket, agent, maxHeaderSize: 1 << 20 }),
    connect: () => connect(socket),
    async stop() {
      stopping = true;
      agent.destroy();
      await worker.terminate();
      if (folder !== '') rmSync(folder, { recursive: true, force: true });
    },
  };
}
