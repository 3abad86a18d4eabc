import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { changeStatus, type LockedComment, lockComment } from '@/lib/comments/change-status';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { appealBar } from '../appeal-policy';
import { moderatedBlogIds } from '../queries';
import { appealDecision } from '../schema';
import { endAppeal } from '../settle-appeal';

/**
 * Another human's answer to an appeal. Reversed, the comment is back where it stood, with its votes and answers; the same answer
 * by the same person again changes nothing.
 * @throws Refused `not-found` in others' blogs, `not-allowed` for who decided first and for the writer, `gone` for words that were
 * withdrawn, `conflict` when it is answered
 */
export async function decideAppeal(member: Member, input: unknown): Promise<void> {
  const { appealId, outcome, words } = parse(appealDecision, input);
  const blogIds = await moderatedBlogIds(member);
  await db.$transaction(async (tx) => {
    const found = await findAppeal(tx, appealId);
    if (!found || (blogIds && !blogIds.includes(found.blogId))) throw new Refused('not-found');
    const comment = await lockComment(tx, found.commentId);
    if (!comment) throw new Refused('not-found');
    if (appealBar(member.id, { deciderId: found.deciderId, writerId: comment.authorId })) throw new Refused('not-allowed');
    if (comment.status === 'withdrawn') throw new Refused('gone');
    if (!(await endAppeal(tx, member, { appealId, outcome, words }))) {
      const said = await tx.appeal.count({ where: { id: appealId, outcome, decidedById: member.id } });
      if (said === 0) throw new Refused('conflict');
      return;
    }
    const event = { actorId: member.id, action: `appeal-${outcome}`, reason: words, byRole: blogIds ? 'blog' : 'site' };
    if (outcome === 'reversed') await restore(tx, comment, event);
    else await tx.moderationEvent.create({ data: { ...event, commentId: comment.id } });
    await purge(tx, cacheTag.moderation);
  });
}

async function findAppeal(tx: Tx, id: string) {
  const row = await tx.appeal.findUnique({
    where: { id },
    select: {
      event: { select: { actorId: true, byMachine: true, comment: { select: { id: true, post: { select: { blogId: true } } } } } },
    },
  });
  if (!row?.event.comment) return null;
  const { actorId, byMachine, comment } = row.event;
  // Of what a machine rejected on an edit, the actor is the writer.
  return { commentId: comment.id, blogId: comment.post.blogId, deciderId: byMachine ? null : actorId };
}

// The row was never moved: its instant, its votes and what answers it are those of before.
async function restore(tx: Tx, { id, postId, status }: LockedComment, event: { actorId: string; action: string; reason: string }) {
  await changeStatus(tx, { commentId: id, postId, from: status, to: 'visible', event });
  await tx.comment.update({ where: { id }, data: { reportWeight: 0 }, select: { id: true } });
  await tx.report.updateMany({ where: { commentId: id, resolvedAt: null }, data: { resolvedAt: new Date() } });
  await purge(tx, cacheTag.post(postId));
}
