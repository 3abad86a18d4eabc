import { expect, test, vi } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { db } from '@/lib/db/client';
import { pool } from '@/lib/db/pool';
import { requireRole } from '@/lib/db/role';
import { viewerOf } from '@/lib/discovery/viewer';
import { member, sessionOf } from '../../factories/people';

test('a process that the database takes for its owner does not start', async () => {
  await requireRole();
  const asked = vi.spyOn(pool, 'query').mockResolvedValueOnce({ rows: [{ role: 'postgres' }] } as never);
  await expect(requireRole()).rejects.toThrow('takes this process for postgres, not for bulb_app');
  // Away, it keeps nobody from starting.
  asked.mockRejectedValueOnce(new Error('connect ECONNREFUSED') as never);
  await requireRole();
  asked.mockRestore();
});

test('who only reads is shown their own page when nothing can be written', async () => {
  const hash = await sessionOf(await member());
  await db.session.updateMany({ where: { tokenHash: hash }, data: { lastSeenAt: new Date(0) } });
  const real = pool.query.bind(pool) as (...args: unknown[]) => Promise<never>;
  const asked = vi
    .spyOn(pool, 'query')
    .mockImplementation(((...args: [{ name?: string }]) =>
      args[0].name === 'seen' ? Promise.reject(new Error('no space left on device')) : real(...args)) as never);
  expect((await viewerOf(hash, { post: null, blog: null })).member).not.toBeNull();
  expect((await actorOfSession(hash, new Date())).kind).toBe('member');
  asked.mockRestore();
  expect((await viewerOf(hash, { post: null, blog: null })).member).not.toBeNull();
  expect((await db.session.findFirstOrThrow({ where: { tokenHash: hash } })).lastSeenAt.getTime()).toBeGreaterThan(0);
});
