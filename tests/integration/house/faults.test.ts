import { expect, test, vi } from 'vitest';
import { answer } from '@/lib/core/answer';
import { log } from '@/lib/core/log';
import { type RequestContext, requestStorage } from '@/lib/core/request';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { asOwner } from '../../support/owner';

interface Told {
  reason: string;
  status: number | undefined;
  typed: string | undefined;
  /** What the log says, once for each fault. */
  logged: string[];
}

/** What a form is told when its command does `run`, the status of the answer, and what an operator finds of it. */
async function told(run: () => Promise<unknown>): Promise<Told> {
  const lines = vi.spyOn(log, 'error').mockReset();
  const context: RequestContext = { id: 'one', address: '127.0.0.1' };
  const form = new FormData();
  form.set('body', 'Words that took an hour.');
  const said = await requestStorage.run(context, () => answer(form, run));
  const typed = said.kind === 'refused' || said.kind === 'bug' ? said.typed.body : undefined;
  const logged = lines.mock.calls.map(([, line]) => String(line));
  return { reason: said.kind === 'refused' ? said.reason : said.kind, status: context.status, typed, logged };
}
const kept = { status: 503, typed: 'Words that took an hour.' };

test('a query that runs too long is stopped, and said to be slow', async () => {
  const run = () => db.$transaction([db.$executeRaw`SET LOCAL statement_timeout = 50`, db.$executeRaw`SELECT pg_sleep(5)`]);
  expect(await told(run)).toEqual({ reason: 'slow', ...kept, logged: ['the database is slow'] });
});

test('a statement of its own that Postgres gave up is undone, and said to be slow', async () => {
  await asOwner(`CREATE FUNCTION give_up(code text) RETURNS boolean LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'for its time, or for that of a lock' USING ERRCODE = code; END $$`);
  for (const code of ['57014', '55P03'])
    expect((await told(() => pool.query('WITH said AS (SELECT give_up($1) AS it) SELECT it FROM said', [code]))).reason).toBe('slow');
  await asOwner('DROP FUNCTION give_up');
});

test('every connection has its limits of time, in the database and here', async () => {
  const { rows } = await pool.query(`SELECT name, setting::int AS setting FROM pg_settings
    WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`);
  expect(rows).toEqual([
    { name: 'idle_in_transaction_session_timeout', setting: 20_000 },
    { name: 'lock_timeout', setting: 5_000 },
    { name: 'statement_timeout', setting: 10_000 },
  ]);
  expect(pool.options).toMatchObject({ query_timeout: expect.any(Number), connectionTimeoutMillis: expect.any(Number) });
});

test('a full disk is said to be full', async () => {
  const run = () => db.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'no space left' USING ERRCODE = '53100'; END $$`);
  expect(await told(run)).toEqual({ reason: 'full', ...kept, logged: ['the database is full'] });
});

test('when every connection is taken, who waits is told so within seconds', async () => {
  const taken = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
  const began = performance.now();
  expect(await told(() => db.member.count())).toEqual({ reason: 'busy', ...kept, logged: ['the database is busy'] });
  expect(performance.now() - began).toBeLessThan(9_000);
  for (const client of taken) client.release();
  expect((await told(() => db.member.count())).reason).toBe('done');
});

test('a connection that breaks while it commits leaves open whether it did', async () => {
  const [{ pid } = { pid: 0 }] = await db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  expect(pid).toBeGreaterThan(0);
  const run = () =>
    db.$transaction(async (tx) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      // Ended from another connection just before the commit.
      await asOwner('SELECT pg_terminate_backend($1)', [own?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
  expect(['unsure', 'away']).toContain((await told(run)).reason);
});

test('a bug stays a bug', async () => {
  expect((await told(async () => db.$executeRawUnsafe('SELECT * FROM nowhere'))).reason).toBe('bug');
});
