import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { alone } from '@/lib/db/alone';

/** Whether somebody else could be at it now. */
async function isFree(name: string): Promise<boolean> {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL ?? '' });
  await other.connect();
  try {
    const { rows } = await other.query<{ got: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got', [name]);
    return rows[0]?.got ?? false;
  } finally {
    await other.end();
  }
}

test('one is at it at a time, and the next may when it is over or has failed', async () => {
  await alone('bread', async () => {
    expect(await isFree('bread')).toBe(false);
    expect(await alone('bread', async () => 'two')).toBeNull();
  });
  expect(await isFree('bread')).toBe(true);
  await expect(alone('bread', () => Promise.reject(new Error('burnt')))).rejects.toThrow('burnt');
  expect(await isFree('bread')).toBe(true);
});

test.each(['pg_try_advisory_lock', 'pg_advisory_unlock'])('a lock goes with its connection when %s was not answered', async (question) => {
  const query = pg.Client.prototype.query as (...args: unknown[]) => Promise<unknown>;
  // The server does what it is asked; the answer does not come.
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(async function (this: pg.Client, ...args: unknown[]) {
    if (question !== 'pg_advisory_unlock' || !String(args[0]).includes(question)) await query.apply(this, args);
    if (String(args[0]).includes(question)) throw new Error('Query read timeout');
    return { rows: [{ got: true }] };
  } as never);
  await expect(alone('salt', async () => 'done')).rejects.toThrow('Query read timeout');
  spy.mockRestore();
  await expect.poll(() => isFree('salt')).toBe(true);
});
