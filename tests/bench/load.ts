import { fork } from 'node:child_process';
import { connect } from 'node:net';

export interface Load {
  /** Requests a second. */
  rps: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

export interface Target {
  port: number;
  path: string;
  headers: Record<string, string>;
  /** The status that is expected; 200 unless said otherwise. With `conditional` a page that changed meanwhile is one too. */
  status?: number;
  /** Asks as a browser does that has seen the page: with the name of the newest body it was given. */
  conditional?: boolean;
}

interface Order {
  target: Target;
  connections: number;
  ms: number;
}

/**
 * Asks for one page over `connections` kept-alive connections for `ms` milliseconds, from a process of its own; answers with
 * the milliseconds that each answer took. It speaks HTTP over bare sockets, so that it takes less than what it measures.
 */
export function load(target: Target, connections: number, ms: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), ['--load'], { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
    child.once('error', reject);
    child.once('message', (took: Float64Array | string) => {
      child.kill();
      if (typeof took === 'string') reject(new Error(took));
      else resolve([...took]);
    });
    child.send({ target, connections, ms } satisfies Order);
  });
}

export function summary(took: number[], ms: number): Load {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { rps: Math.round((took.length / ms) * 1000), p50: at(0.5), p99: at(0.99) };
}

async function run({ target, connections, ms }: Order): Promise<Float64Array> {
  const head = Object.entries({ host: `localhost:${target.port}`, ...target.headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const asking = (more: string) => Buffer.from(`GET ${target.path} HTTP/1.1\r\n${head.join('')}${more}\r\n`);
  const request = asking('');
  const renew = target.conditional ? (etag: string) => asking(`if-none-match: ${etag}\r\n`) : null;
  const statuses = [target.status ?? 200, ...(target.conditional ? [200] : [])].map((status) => `HTTP/1.1 ${status} `);
  const took: number[] = [];
  const measure = (until: number, times: number[]) =>
    Promise.all(Array.from({ length: connections }, () => repeat(target.port, { request, renew, statuses, until, times })));
  // The first tenth warms up the client.
  await measure(performance.now() + ms / 10, []);
  await measure(performance.now() + ms, took);
  return Float64Array.from(took);
}

interface Task {
  request: Buffer;
  /** The request with another If-None-Match. */
  renew: ((etag: string) => Buffer) | null;
  statuses: string[];
  until: number;
  times: number[];
}

/** What every connection reads into: a buffer of its own for each read is collected for longer than a small answer takes. */
const READ = Buffer.alloc(64 * 1024);
/** Bytes; an answer's head is told from its body within so many. */
const MOST_HEAD = 4096;

function repeat(port: number, { request: first, renew, statuses, until, times }: Task): Promise<void> {
  return new Promise((resolve, reject) => {
    let began = 0;
    let missing = -1;
    let request = first;
    let head = '';
    const next = () => {
      const now = performance.now();
      if (now >= until) {
        socket.destroy();
        return resolve();
      }
      began = now;
      socket.write(request);
    };
    const take = (size: number) => {
      if (missing < 0) {
        const before = head.length;
        head += READ.toString('latin1', 0, Math.min(size, MOST_HEAD));
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const text = head.slice(0, end);
        if (!statuses.some((status) => text.startsWith(status))) return reject(new Error(`not ${statuses[0]}: ${text.slice(0, 60)}`));
        const etag = renew && text.startsWith('HTTP/1.1 200 ') ? /\r\netag: ([^\r]+)/i.exec(text)?.[1] : undefined;
        if (renew && etag) request = renew(etag);
        const length = /\r\ncontent-length: (\d+)/i.exec(text);
        missing = (length && !text.startsWith('HTTP/1.1 304 ') ? Number(length[1]) : 0) - (before + size - end - 4);
        head = '';
      } else missing -= size;
      if (missing > 0) return;
      missing = -1;
      times.push(performance.now() - began);
      next();
    };
    const socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: READ,
        callback: (size) => {
          take(size);
          return true;
        },
      },
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the connection was closed')));
    socket.once('connect', next);
  });
}

if (process.argv[2] === '--load')
  process.once('message', (order: Order) => {
    run(order).then(
      (took) => process.send?.(took),
      (error: Error) => process.send?.(error.message),
    );
  });
