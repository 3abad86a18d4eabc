import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { oneComment } from '@/lib/comments/one';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { releaseComment } from '@/lib/moderation/commands/release-comment';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';

/** A post by Ines; Teo and whoever is asked for are known here. */
async function scene() {
  const ines = await member({ name: 'Ines Duarte' });
  const tide = await blog({ owner: ines });
  const [said, before] = [await post({ blog: tide, author: ines }), await post({ blog: tide, author: ines })];
  const known = async (name: string) => {
    const person = await member({ name });
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: person, minutesAgo: 90_000 + nth });
    return person;
  };
  const hide = async (commentId: string) => {
    for (let nth = 0; nth < 3; nth += 1) await reportComment(await known(`Neighbour ${nth}`), { commentId, reason: 'unkind' });
  };
  return { ines, said, known, hide, teo: await known('Teo Lindgren') };
}

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
const history = async (who: FactoryMember, id: string) => (await oneComment(who, id, later(30)))?.revisions.map(({ body }) => body);

test('what nobody was shown is no history: words that waited, or that reports had hidden, stay the moderators’', async () => {
  const { ines, teo, said, hide } = await scene();
  const stranger = await member();
  const waited = await comment({ post: said, author: teo, status: 'held', body: 'Ring me at 0170 555 123.' });
  await editComment(teo, { commentId: waited.id, body: 'Ring me.' }, later(20));
  await decide(ines, { commentId: waited.id, revision: 2, decision: 'approve' });
  expect([await history(stranger, waited.id), await history(ines, waited.id)]).toEqual([[], ['Ring me at 0170 555 123.']]);
  const shown = await comment({ post: said, author: teo, body: 'Her name is Ann.' });
  await hide(shown.id);
  await editComment(teo, { commentId: shown.id, body: 'Her name is hers.' }, later(20));
  await decide(ines, { commentId: shown.id, revision: 2, decision: 'approve' });
  expect([await history(stranger, shown.id), await history(ines, shown.id)]).toEqual([[], ['Her name is Ann.']]);
});

test('a newcomer does not pass the hold by two edits, each of which keeps half of the words', async () => {
  const { ines, said } = await scene();
  const mai = await member({ name: 'Mai Tran', joinedDaysAgo: 0 });
  const [first, other] = ['The tide was low at the station this morning.', 'Write to me soon and buy here.'];
  const { id } = await postComment(mai, { postId: said.id, body: first });
  await decide(ines, { commentId: id, revision: 1, decision: 'approve' });
  expect((await editComment(mai, { commentId: id, body: `${first} ${other}` })).status).toBe('visible');
  expect((await editComment(mai, { commentId: id, body: other })).status).toBe('held');
  // Let through, they are what the next edit is held against.
  await decide(ines, { commentId: id, revision: 3, decision: 'approve' });
  expect((await editComment(mai, { commentId: id, body: other.replace('soon', 'today') })).status).toBe('visible');
});

test('what reports have hidden does not come back by being taken back and said again', async () => {
  const { teo, said, hide } = await scene();
  const body = 'She is what everyone says of her, and worse, as you all know.';
  const { id } = await postComment(teo, { postId: said.id, body });
  await hide(id);
  await withdrawComment(teo, { commentId: id });
  const again = await postComment(teo, { postId: said.id, body }, later(11));
  expect(again.status).toBe('held');
  const event = await db.moderationEvent.findFirstOrThrow({ where: { commentId: again.id } });
  expect(event.rule).toBe('repeat');
  // Of one that nobody reported nothing is kept to be held against.
  const quiet = await postComment(teo, { postId: said.id, body: 'Never mind what I said of the weights.' }, later(12));
  await withdrawComment(teo, { commentId: quiet.id });
  expect((await postComment(teo, { postId: said.id, body: 'Never mind what I said of the weights.' }, later(23))).status).toBe('visible');
});

test('whoever changes what reports have hidden is still told that it was they, and it comes back after a day', async () => {
  const { teo, said, hide } = await scene();
  const { id } = await postComment(teo, { postId: said.id, body: 'The third weight was light.' });
  await hide(id);
  await editComment(teo, { commentId: id, body: 'The third weight was a little light.' });
  expect(await oneComment(teo, id, new Date())).toMatchObject({ status: 'held', heldBy: 'three-reports' });
  await releaseComment(id, later(24 * 60));
  expect(await statusOf(id)).toBe('visible');
});

test('what was rejected counts as that when its writer takes it back', async () => {
  const { teo, said } = await scene();
  const rejected = [];
  for (let nth = 0; nth < 3; nth += 1)
    rejected.push(await postComment(teo, { postId: said.id, body: `Cheap viagra ${nth}` }, later(nth * 10)));
  expect(rejected.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  for (const { id } of rejected) await withdrawComment(teo, { commentId: id });
  expect((await postComment(teo, { postId: said.id, body: 'The third weight was light.' }, later(40))).status).toBe('held');
});
