import { expect, test } from 'vitest';
import { editComment } from '@/lib/comments/commands/change-comment';
import { releaseComment } from '@/lib/comments/commands/release-comment';
import { reportComment } from '@/lib/comments/commands/report-comment';
import { db } from '@/lib/db/client';
import { queue } from '@/lib/moderation/queue/page';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { twentyAtOnce } from '../../support/refusal';

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
