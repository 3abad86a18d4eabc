import 'server-only';
import pg from 'pg';
import { databaseFault } from '@/lib/core/database-fault';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { currentRequest, outsideRequests, type RequestContext } from '@/lib/core/request';

/** How long a connection is waited for, a statement may run, and an answer to it may take. Milliseconds. */
const CONNECT = 5_000;
const STATEMENT = 10_000;
const ANSWER = 12_000;

function note(error: unknown, request: RequestContext, statement: string): void {
  const fault = databaseFault(error, statement);
  if (fault === null) return;
  // What went wrong first is the reason for what went wrong after.
  if (request.fault) return;
  request.fault = fault;
  log.error({ err: error, fault }, `the database is ${fault}`);
}

type Loose = (...args: unknown[]) => unknown;

/** Runs `method` and says why it failed, where the driver still knows and the request is still at hand. */
function noting(method: Loose, self: object, args: unknown[]): never {
  const request = currentRequest();
  const statement = textOf(args);
  const asked = method.apply(self, args);
  if (asked instanceof Promise)
    asked.then(
      () => {
        if (/^\s*commit/i.test(statement)) request.committed = true;
      },
      (error: unknown) => note(error, request, statement),
    );
  return asked as never;
}

const textOf = ([first]: unknown[]): string =>
  typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text ?? '');

class NotingClient extends pg.Client {
  override query(...args: unknown[]): never {
    return noting(pg.Client.prototype.query as Loose, this, args);
  }
}

/** Cancelled for its time, or for that of a lock: Postgres' codes. */
const GIVEN_UP = new Set(['57014', '55P03']);

class NotingPool extends pg.Pool {
  override query(...args: unknown[]): never {
    const request = currentRequest();
    const asked: unknown = noting(pg.Pool.prototype.query as Loose, this, args);
    const text = textOf(args);
    // Outside a transaction a statement commits itself: whether one did whose answer was lost, nobody knows. What Postgres itself gave up
    // it has undone.
    if (asked instanceof Promise && /^\s*(insert|update|delete|with)\b/i.test(text))
      asked.catch((error: unknown) => {
        if (databaseFault(error, 'COMMIT') === 'unsure' && !GIVEN_UP.has(String((error as { code?: unknown }).code)))
          request.fault = 'unsure';
      });
    return asked as never;
  }
  override connect(...args: unknown[]): never {
    const connect = (...given: unknown[]) => outsideRequests(() => (pg.Pool.prototype.connect as Loose).apply(this, given));
    return noting(connect, this, args);
  }
}

function open(): pg.Pool {
  const pool = new NotingPool({
    Client: NotingClient,
    connectionString: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/bulb',
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    query_timeout: ANSWER,
    lock_timeout: STATEMENT / 2,
    idle_in_transaction_session_timeout: 2 * STATEMENT,
    // Not as the database's owner: what the ledger holds may be read and called, and nothing else.
    options: '-c role=bulb_app',
    keepAlive: true,
    // A wall between here and there forgets a silent connection within minutes.
    keepAliveInitialDelayMillis: 30_000,
    // The first reader after a quiet while does not wait for a connection; there are no more of them than was said.
    idleTimeoutMillis: 0,
    application_name: 'bulb',
  } as pg.PoolConfig);
  // A connection that breaks while nobody uses it is replaced when one is needed.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection was lost'));
  return pool;
}

const shared = globalThis as { bulbPool?: pg.Pool };
shared.bulbPool ??= open();

/** The connections of this thread. Prisma uses them, and the one query that is too frequent for it. */
export const pool: pg.Pool = shared.bulbPool;
