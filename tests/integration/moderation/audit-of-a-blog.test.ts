import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { sanction } from '@/lib/moderation/commands/sanction';
import { setThread } from '@/lib/moderation/commands/thread';
import { auditLog } from '@/lib/moderation/queries';
import { blog, comment, member, post } from '../../factories/people';

test('who moderates a blog reads all that happened in it and nothing else, found by an index', async () => {
  const [ines, khanh, mai] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Khanh' }), await member({ name: 'Mai Tran' })];
  const places = [];
  for (const owner of [ines, khanh]) {
    const own = await blog({ owner });
    const said = await post({ blog: own, author: owner });
    const words = await comment({ post: said, author: mai, status: 'held' });
    await decide(owner, { commentId: words.id, revision: 1, decision: 'approve' });
    await setThread(owner, { postId: said.id, state: 'closed' });
    await sanction(owner, { handle: mai.handle, blogId: own.id, kind: 'limited', days: '7', reason: 'unkind' });
    places.push({ owner, own });
  }
  for (const { owner, own } of places) {
    const { entries } = await auditLog(owner, undefined);
    expect(entries.map(({ action }) => action)).toEqual(['limited', 'thread-closed', 'approved']);
    const events = await db.$queryRaw<
      { id: string }[]
    >`SELECT id FROM moderation_event WHERE "underBlogId" = ${own.id}::uuid ORDER BY id DESC`;
    expect(events.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const plan = await tx.$queryRaw<object[]>`
      EXPLAIN SELECT id FROM moderation_event WHERE "underBlogId" = '01900000-0000-7000-8000-000000000000' ORDER BY id DESC LIMIT 51`;
    expect(JSON.stringify(plan)).toContain('moderation_event_underBlogId_id_idx');
  });
});
