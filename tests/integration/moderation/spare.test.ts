import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { undo } from '@/lib/moderation/commands/undo';
import { blog, comment, member, post } from '../../factories/people';
import { twentyAtOnce } from '../../support/refusal';
import { threadAt } from '../../support/thread';

/** A thread large enough to be filtered, in the blog of Ines, with a comment by Sade that the filter finds unwanted. */
async function scene(status: 'held' | 'visible' = 'visible') {
  const [ines, judit, sade] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Judit Szabo', role: 'moderator' }),
    await member({ name: 'Sade Okafor' }),
  ];
  const said = await post({ blog: await blog({ owner: ines }), author: ines });
  for (let nth = 0; nth < 12; nth += 1) await comment({ post: said, author: await member(), body: `The ledger, page ${nth}` });
  const words = await comment({ post: said, author: sade, status, body: 'Subscribe to the weights of this quay.' });
  await db.comment.update({ where: { id: words.id }, data: { unwanted: 0.95 } });
  return { ines, judit, sade, said, words };
}

async function filteredIn({ id: postId }: { id: string }, { id }: { id: string }) {
  await db.threadOrder.deleteMany({ where: { postId } });
  return (await threadAt(postId)).branches.find(({ comment: one }) => one.id === id)?.comment.filtered;
}
const unwantedOf = async ({ id }: { id: string }) => (await db.comment.findUniqueOrThrow({ where: { id } })).unwanted;
const approve = ({ id }: { id: string }) => ({ commentId: id, revision: 1, decision: 'approve' });

test('what a moderator approves the filter leaves out no more; undone, it does again', async () => {
  const { ines, said, words } = await scene('held');
  await decide(ines, approve(words));
  expect([await unwantedOf(words), await filteredIn(said, words)]).toEqual([null, null]);
  await undo(ines, { commentId: words.id });
  expect(await unwantedOf(words)).toBe(0.95);
});

test('a moderator brings back what the filter alone leaves out, once, and the audit keeps what it had said', async () => {
  const { ines, said, words } = await scene();
  expect(await filteredIn(said, words)).toBe('unwanted');
  await twentyAtOnce(() => decide(ines, approve(words)));
  expect(await filteredIn(said, words)).toBeNull();
  const events = await db.moderationEvent.findMany({ where: { commentId: words.id }, select: { action: true, setAside: true } });
  expect(events).toEqual([{ action: 'approved', setAside: 0.95 }]);
  await undo(ines, { commentId: words.id });
  expect(await filteredIn(said, words)).toBe('unwanted');
});

test('a second approval that is undone leaves the first as it was', async () => {
  const { ines, judit, words } = await scene();
  await decide(ines, approve(words));
  await db.report.create({ data: { commentId: words.id, revision: 1, reason: 'spam' } });
  await decide(judit, approve(words));
  await undo(judit, { commentId: words.id });
  expect(await unwantedOf(words)).toBeNull();
});

test('an appeal that is won lifts the filter with it', async () => {
  const { ines, judit, sade, said, words } = await scene();
  await decide(ines, { commentId: words.id, revision: 1, decision: 'remove', reason: 'spam' });
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'removed' } });
  const { id: appealId } = await appeal(sade, { eventId, text: 'It is about the weights.' });
  await decideAppeal(judit, { appealId, outcome: 'reversed' });
  expect([await unwantedOf(words), await filteredIn(said, words)]).toEqual([null, null]);
});

test('what the filter had said is kept for its false holds, whoever decides first', async () => {
  const { judit, words } = await scene('held');
  const ada = await member({ name: 'Ada', role: 'admin' });
  await decide(judit, approve(words));
  await decide(ada, { commentId: words.id, revision: 1, decision: 'remove', reason: 'spam' });
  expect(await db.filterDecision.findFirstOrThrow({ where: { commentId: words.id, superseded: false } })).toMatchObject({
    unwanted: true,
    probability: 0.95,
  });
});
