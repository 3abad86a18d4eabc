import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { diskFull, Fault, isDiskFull } from './fault';
import { runningOn, stopLeftover } from './postgres/leftover';
import { type Place, placeFor } from './postgres/place';

export interface Postgres {
  port: number;
  url: (database: string) => string;
  /** Said once to the person at the terminal. */
  note: string | null;
  /** Settles with the last words of Postgres when it ends without being asked. */
  died: Promise<string>;
  stop: () => Promise<void>;
  /** Removes all it kept; stop it first. */
  remove: () => Promise<void>;
}

export interface PostgresOptions {
  /** Forget what an earlier run kept. */
  fresh?: boolean;
  /** For data nobody will miss: not safe against a crash, and faster. */
  careless?: boolean;
  /** Where it listens; a free port unless said. */
  port?: number;
  /** How many may be connected at once; a hundred unless said. */
  connections?: number;
}

/** Starts the embedded Postgres with its data under `home` (absolute), on the loopback address and a free port. */
export async function startPostgres(home: string, options: PostgresOptions = {}): Promise<Postgres> {
  const place = placeFor(home);
  const data = path.join(place.home, 'data');
  await stopLeftover(data);
  if (options.fresh) for (const name of ['ready', 'data']) rmSync(path.join(place.home, name), { recursive: true, force: true });
  if (!existsSync(path.join(place.home, 'ready'))) initialise(place, data);
  const password = readFileSync(path.join(place.home, 'password'), 'utf8').trim();
  const port = options.port ?? (await freePort());
  const careless = options.careless ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {};
  const { child, died } = await serve(place, data, {
    ...careless,
    port: String(port),
    max_connections: String(options.connections ?? 100),
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGINT');
    await ended;
  };
  const remove = () => rm(place.home, { recursive: true, force: true });
  return { port, url: urlAt(port, password), note: place.note, died, stop, remove };
}

const urlAt = (port: number, password: string) => (database: string) => `postgresql://bulb:${password}@127.0.0.1:${port}/${database}`;

/** The embedded Postgres under `home`: the one that serves a site already, which goes on, or one that is started for now. */
export async function joinPostgres(home: string): Promise<Pick<Postgres, 'url' | 'note' | 'stop' | 'remove'>> {
  const place = placeFor(home);
  const running = runningOn(path.join(place.home, 'data'));
  if (!running) return startPostgres(home);
  const password = readFileSync(path.join(place.home, 'password'), 'utf8').trim();
  const nothing = async () => {};
  return { url: urlAt(running.port, password), note: null, stop: nothing, remove: nothing };
}

/** Creates `database` unless it is there. */
export async function ensureDatabase(postgres: Pick<Postgres, 'url'>, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

// Without the mark `ready` an earlier initdb was cut short, and what it left is worth nothing.
function initialise(place: Place, data: string): void {
  rmSync(data, { recursive: true, force: true });
  const password = path.join(place.home, 'password');
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (place.user) chownSync(password, place.user.uid, place.user.gid);
  const result = spawnSync(
    path.join(place.native, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      'bulb',
      '-A',
      'scram-sha-256',
      `--pwfile=${password}`,
      '-E',
      'UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ],
    { ...place.user, cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (result.status !== 0) {
    const said = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
    throw isDiskFull(said) ? diskFull() : new Fault(`Postgres could not make its data folder ${data}: ${said.trim().split('\n').at(-1)}`);
  }
  writeFileSync(path.join(place.home, 'ready'), '');
}

function serve(place: Place, data: string, settings: Record<string, string>): Promise<{ child: ChildProcess; died: Promise<string> }> {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    lc_messages: 'C',
    log_min_messages: 'warning',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A group of its own: Ctrl-C on the terminal must not stop the database before those who use it.
  const child = spawn(path.join(place.native, 'bin/postgres'), ['-D', data, ...options], {
    ...place.user,
    cwd: '/',
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000);
  });
  const died = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(said));
  });
  const ready = (async () => {
    const password = readFileSync(path.join(place.home, 'password'), 'utf8').trim();
    for (const end = Date.now() + 60_000; Date.now() < end && child.exitCode === null; ) {
      if (await answers(Number(settings.port), password)) return 'ready' as const;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return said;
  })();
  return Promise.race([ready, died]).then((outcome) => {
    if (outcome === 'ready') return { child, died };
    child.kill('SIGINT');
    throw isDiskFull(outcome) ? diskFull() : new Fault(`Postgres did not start: ${outcome.trim().split('\n').at(-1) ?? ''}`);
  });
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'bulb', password, database: 'postgres' });
  // A refused connection also arrives as an event, which nobody else waits for.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Fault('No free port.'))));
    });
  });
}
