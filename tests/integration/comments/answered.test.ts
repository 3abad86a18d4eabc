import { expect, test } from 'vitest';
import { withdrawComment } from '@/lib/comments/commands/change-comment';
import { postComment } from '@/lib/comments/commands/post-comment';
import { db } from '@/lib/db/client';
import { decide } from '@/lib/moderation/commands/decide';
import { undo } from '@/lib/moderation/commands/undo';
import { blog, comment, type FactoryMember, member, post } from '../../factories/people';
import { runJobs } from '../../support/jobs';

/** A post of Teo, who is new and has no part in the blog of Ines, with a comment by Sade. */
async function scene() {
  const [ines, teo, sade] = [
    await member({ name: 'Ines Duarte' }),
    await member({ name: 'Teo', joinedDaysAgo: 1 }),
    await member({ name: 'Sade Okafor' }),
  ];
  const said = await post({ blog: await blog({ owner: ines }), author: teo });
  const words = await comment({ post: said, author: sade });
  const answer = async (body: string) => (await postComment(teo, { postId: said.id, parentId: words.id, body })).id;
  const answered = async () => {
    await runJobs('comment.answered');
    return (await db.comment.findUniqueOrThrow({ where: { id: words.id } })).writerReplied;
  };
  return { ines, teo, sade, said, words, answer, answered };
}

const approve = (by: FactoryMember, commentId: string) => decide(by, { commentId, revision: 1, decision: 'approve' });
const remove = (by: FactoryMember, commentId: string) => decide(by, { commentId, revision: 1, decision: 'remove', reason: 'spam' });

test('an answer of the post’s writer counts once it is shown, and no longer than it is shown', async () => {
  const { ines, teo, answer, answered } = await scene();
  const [first, second] = [await answer('It was the third.'), await answer('The fourth as well.')];
  expect(await answered()).toBe(false);
  await approve(ines, first);
  await approve(ines, second);
  expect(await answered()).toBe(true);
  await withdrawComment(teo, { commentId: first });
  expect(await answered()).toBe(true);
  await remove(ines, second);
  expect(await answered()).toBe(false);
  await undo(ines, { commentId: second });
  expect(await answered()).toBe(true);
});

test('an answer that shows at once counts at once; one of anybody else does not', async () => {
  const { ines, sade, said, teo, words, answered } = await scene();
  const others = await comment({ post: said, author: sade, parent: words, status: 'held' });
  await approve(ines, others.id);
  expect(await answered()).toBe(false);
  await db.blogMember.create({ data: { blogId: said.blogId, memberId: teo.id, role: 'writer' } });
  const { id } = await postComment(teo, { postId: said.id, parentId: words.id, body: 'It was the third.' });
  expect((await db.comment.findUniqueOrThrow({ where: { id: words.id } })).writerReplied).toBe(true);
  await withdrawComment(teo, { commentId: id });
  expect(await answered()).toBe(false);
});
