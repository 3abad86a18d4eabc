import { expect, test } from 'vitest';
import { editComment, withdrawComment } from '@/lib/comments/commands/change-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { decisionsAgainst } from '@/lib/moderation/appeals';
import { appeal } from '@/lib/moderation/commands/appeal';
import { decide } from '@/lib/moderation/commands/decide';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';
import { releaseComment } from '@/lib/moderation/commands/release-comment';
import { sanction } from '@/lib/moderation/commands/sanction';
import { undo } from '@/lib/moderation/commands/undo';
import { appealMail } from '@/lib/moderation/mails';
import { openAppeals } from '@/lib/moderation/open-appeals';
import { outcomeWords } from '@/lib/moderation/outcome-words';
import { queue } from '@/lib/moderation/queue/page';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { jobs } from './swept';

/** Ines runs a blog, Teo writes under her post, and some are known here. */
async function scene() {
  const [ines, judit] = [await member({ name: 'Ines Duarte' }), await member({ name: 'Judit Farkas', role: 'moderator' })];
  const tide = await blog({ owner: ines });
  const [said, before] = [await post({ blog: tide, author: ines }), await post({ blog: tide, author: ines })];
  const known = async (name = 'Omar Haddad') => {
    const person = await member({ name });
    for (let nth = 0; nth < 5; nth += 1) await comment({ post: before, author: person, minutesAgo: 90_000 + nth });
    return person;
  };
  const teo = await known('Teo Lindgren');
  const words = await comment({ post: said, author: teo, body: 'The third weight was light.' });
  const report = (person: FactoryMember, reason = 'unkind', commentId = words.id) => reportComment(person, { commentId, reason });
  const hide = async (commentId = words.id) => {
    for (let nth = 0; nth < 3; nth += 1) await report(await known(), 'unkind', commentId);
  };
  return { ines, judit, tide, said, before, known, teo, words, report, hide };
}

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
const statusOf = async (id: string) => (await db.comment.findUniqueOrThrow({ where: { id } })).status;
const actionsOf = async (commentId: string) =>
  (await db.moderationEvent.findMany({ where: { commentId }, orderBy: { seq: 'asc' } })).map(({ action }) => action);

test('reports alone hide the same words once; what comes after a day of that waits in the queue', async () => {
  const { ines, known, teo, words, report, hide } = await scene();
  await hide();
  expect(await statusOf(words.id)).toBe('held');
  await releaseComment(words.id, later(24));
  expect(await statusOf(words.id)).toBe('visible');
  for (const reason of ['spam', 'other', 'illegal', 'off_topic']) await report(await known(), reason);
  await report(await member());
  expect([await statusOf(words.id), await actionsOf(words.id)]).toEqual(['visible', ['hidden', 'released']]);
  const item = (await queue(ines, { tab: 'reported' })).items.find(({ id }) => id === words.id);
  expect(item?.reports.reduce((sum, { count }) => sum + count, 0)).toBe(8);
  // Other words are another matter.
  await editComment(teo, { commentId: words.id, body: 'The fourth weight was light.' });
  await hide();
  expect(await statusOf(words.id)).toBe('held');
});

test('whoever is new here adds nothing to what hides a comment', async () => {
  const { words, known, report } = await scene();
  const [first, second, third] = [await known(), await known(), await known()];
  await db.report.createMany({
    data: [first, second, third].map(({ id }) => ({
      commentId: words.id,
      revision: 1,
      memberId: id,
      reason: 'spam' as const,
      weight: 1,
      known: true,
    })),
  });
  await report(await member());
  expect(await statusOf(words.id)).toBe('visible');
  await twentyAtOnce(async () => report(await known()));
  expect([await statusOf(words.id), await actionsOf(words.id)]).toEqual(['held', ['hidden']]);
});

test('it comes back whatever its writer changed before; after a day, and not sooner', async () => {
  const { words, hide } = await scene();
  await db.moderationEvent.create({
    data: { commentId: words.id, action: 'edited', rule: 'suspect-word', toStatus: 'visible', fromStatus: 'visible' },
  });
  await hide();
  await releaseComment(words.id, later(23));
  expect(await statusOf(words.id)).toBe('held');
  await releaseComment(words.id, later(24));
  expect(await statusOf(words.id)).toBe('visible');
});

test('words in which screening finds something since wait for a moderator', async () => {
  const { teo, before, words, hide } = await scene();
  await comment({ post: before, author: teo, body: 'Said twice within a day.' });
  await hide();
  await editComment(teo, { commentId: words.id, body: 'Said twice within a day.' });
  await releaseComment(words.id, later(24));
  expect(await statusOf(words.id)).toBe('held');
});

test('hiding much of what somebody wrote does not keep it hidden; being sanctioned here does, elsewhere not', async () => {
  const { ines, teo, tide, said, hide } = await scene();
  await db.comment.deleteMany({ where: { authorId: teo.id } });
  const all = [];
  for (let nth = 0; nth < 6; nth += 1) all.push(await comment({ post: said, author: teo, body: `Weight ${nth}` }));
  for (const { id } of all) await hide(id);
  const [first, second] = all;
  if (!first || !second) throw new Error('six were written');
  const elsewhere = await member();
  const far = await blog({ owner: elsewhere });
  await sanction(elsewhere, { handle: teo.handle, kind: 'limited', days: 5, reason: 'unkind', blogId: far.id });
  await releaseComment(first.id, later(24));
  await sanction(ines, { handle: teo.handle, kind: 'limited', days: 5, reason: 'unkind', blogId: tide.id });
  await releaseComment(second.id, later(24));
  expect([await statusOf(first.id), await statusOf(second.id)]).toEqual(['visible', 'held']);
});

test('what the blog’s or the site’s own people wrote comes back too, and what a stranger wrote does not', async () => {
  const { ines, judit, said, hide } = await scene();
  const table: string[] = [];
  for (const author of [ines, judit, await member()]) {
    const { id } = await comment({ post: said, author });
    await hide(id);
    await editComment(author, { commentId: id, body: `As ${author.name} said, the scale has five weights.` });
    await releaseComment(id, later(24));
    table.push(await statusOf(id));
  }
  expect(table).toEqual(['visible', 'visible', 'held']);
});

test('what a human upheld stays hidden, whatever its writer makes of it, until a moderator decides', async () => {
  const { teo, judit, words, hide } = await scene();
  await hide();
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'hidden' } });
  const { id } = await appeal(teo, { eventId, text: 'It was light.' });
  await decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'It names her.' });
  await releaseComment(words.id, later(24));
  await editComment(teo, { commentId: words.id, body: 'The third weight was light, they say.' });
  await releaseComment(words.id, later(48));
  expect(await statusOf(words.id)).toBe('held');
  await decide(judit, { commentId: words.id, revision: 2, decision: 'approve' });
  expect(await statusOf(words.id)).toBe('visible');
});

test('a removal from the queue that was undone leaves the appeal waiting, and the day as it was', async () => {
  const { teo, judit, words, hide } = await scene();
  await hide();
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'hidden' } });
  const { id } = await appeal(teo, { eventId, text: 'It was light.' });
  await decide(judit, { commentId: words.id, revision: 1, decision: 'remove', reason: 'unkind' });
  expect((await db.appeal.findUniqueOrThrow({ where: { id } })).outcome).toBe('upheld');
  await undo(judit, { commentId: words.id });
  await releaseComment(words.id, later(24));
  expect(await statusOf(words.id)).toBe('visible');
  expect((await db.appeal.findUniqueOrThrow({ where: { id } })).outcome).toBe('released');
});

test('an appeal which waits is over when the comment is shown again by itself, once, and its writer is told', async () => {
  const { teo, judit, words, hide } = await scene();
  await hide();
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'hidden' } });
  const { id } = await appeal(teo, { eventId, text: 'It was light.' });
  await twentyAtOnce(() => releaseComment(words.id, later(24)));
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: 'released', decidedById: null });
  expect(await actionsOf(words.id)).toEqual(['hidden', 'appealed', 'released']);
  expect(await jobs('mail.appeal-decided', id)).toBe(1);
  expect((await appealMail(id))?.paragraphs.join(' ')).toContain('Nobody had answered within a day.');
  expect((await decisionsAgainst(teo, words.id, new Date()))[0]?.appeal?.outcome).toBe('released');
  expect(await refusalOf(decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'No.' }))).toBe('conflict');
});

test('who takes back a comment whose appeal waits ends the appeal: nobody has to answer it, and it says so', async () => {
  const { teo, judit, words, hide } = await scene();
  await hide();
  const { id: eventId } = await db.moderationEvent.findFirstOrThrow({ where: { commentId: words.id, action: 'hidden' } });
  const { id } = await appeal(teo, { eventId, text: 'It was light.' });
  expect((await openAppeals(judit)).map((one) => one.id)).toContain(id);
  await twentyAtOnce(() => withdrawComment(teo, { commentId: words.id }));
  expect(await db.appeal.findUniqueOrThrow({ where: { id } })).toMatchObject({ outcome: 'withdrawn', decidedById: null });
  expect((await openAppeals(judit)).map((one) => one.id)).not.toContain(id);
  expect((await decisionsAgainst(teo, words.id, new Date()))[0]?.appeal?.outcome).toBe('withdrawn');
  expect(outcomeWords('en', 'withdrawn', false)).toBe('You took the comment back before anyone had answered.');
  expect(await refusalOf(decideAppeal(judit, { appealId: id, outcome: 'upheld', words: 'No.' }))).toBe('gone');
});

test('an approval that was taken back leaves it hidden by reports: its writer’s change does not show it, a day does', async () => {
  const { ines, teo, words, hide } = await scene();
  await hide();
  await decide(ines, { commentId: words.id, revision: 1, decision: 'approve' });
  const before = await jobs('comment.release', words.id);
  await undo(ines, { commentId: words.id });
  expect([await statusOf(words.id), (await jobs('comment.release', words.id)) - before]).toEqual(['held', 1]);
  await editComment(teo, { commentId: words.id, body: 'The third weight was light, they say.' });
  expect(await statusOf(words.id)).toBe('held');
  await releaseComment(words.id, later(24));
  expect(await statusOf(words.id)).toBe('visible');
});
