import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type RequestContext, requestStorage } from '@/lib/core/request';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Asks the database within a request of its own, and forgets the request. */
async function inRequest(ask: () => Promise<unknown>): Promise<WeakRef<RequestContext>> {
  const context: RequestContext = { id: 'one', address: '127.0.0.1' };
  await requestStorage.run(context, async () => {
    await ask();
  });
  return new WeakRef(context);
}

test.each([
  ['a query', () => db.member.count()],
  ['a transaction', () => db.$transaction(async (tx) => tx.member.count())],
  ['several at once', () => Promise.all([db.member.count(), db.post.count(), pool.query('SELECT 1')])],
])('a connection keeps nothing of the request that was the first to need it: %s', async (_, ask) => {
  // Those that are there were opened by others.
  const there = await Promise.all(Array.from({ length: pool.idleCount }, () => pool.connect()));
  for (const client of there) client.release(true);
  expect(pool.totalCount).toBe(0);
  const request = await inRequest(ask);
  expect(pool.totalCount).toBeGreaterThan(0);
  // What a test's own promises hold is let go a turn later.
  await new Promise((resolve) => setTimeout(resolve, 20));
  collect();
  expect(request.deref()).toBeUndefined();
});
