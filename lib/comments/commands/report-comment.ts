import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { isBarred } from '@/lib/accounts/barred';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { erase } from '@/lib/jobs/purge';
import { UNLOCKS } from '@/lib/screening/trust';
import { changeStatus, lockComment } from '../change-status';
import { feelHeat } from '../heat';
import { wereHidden } from '../hidden-by-reports';
import { reporterOf } from '../record';
import { report } from '../schema';

/** So many known people, whose reports weigh so much together, hide a comment until a moderator looks. */
const HIDE = { people: 3, weight: 1.5 };

/**
 * Tells the moderators about a comment, once for each person and revision.
 * Three people who are known here, and whose reports were not sent in vain before, hide it until a moderator looks; the same words
 * once, so that reports alone never hide for longer than that.
 */
export async function reportComment(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, reason, note } = parse(report, input);
  await takeTurn('report', member);
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (comment?.status !== 'visible') throw new Refused('not-found');
    if (comment.authorId === member.id) throw new Refused('not-allowed');
    const { blogId } = await tx.post.findUniqueOrThrow({ where: { id: comment.postId }, select: { blogId: true } });
    if (await isBarred(tx, { memberId: member.id, blogId }, now)) throw new Refused('not-allowed');
    const data = { commentId, revision: comment.revision, memberId: member.id, reason, note };
    const settled = await tx.report.count({ where: { commentId, revision: comment.revision, reason, resolvedAt: { not: null } } });
    // A moderator has answered this very complaint about these very words.
    const reporter = await reporterOf(tx, { memberId: member.id, blogId }, now);
    const known = UNLOCKS[reporter.level].reportsHide || isSiteModerator(member);
    const weight = isSiteModerator(member) ? 1 : reporter.weight;
    const { count } = await tx.report.createMany({
      data: { ...data, weight, known, resolvedAt: settled > 0 ? now : null },
      skipDuplicates: true,
    });
    if (count === 0 || settled > 0) return;
    await feelHeat(tx, comment.postId, now);
    if (!known || (await wereHidden(tx, commentId))) return;
    const against = await tx.report.aggregate({
      where: { commentId, revision: comment.revision, resolvedAt: null, known: true },
      _count: true,
      _sum: { weight: true },
    });
    if (against._count < HIDE.people || (against._sum.weight ?? 0) < HIDE.weight) return;
    await changeStatus(tx, {
      commentId,
      postId: comment.postId,
      from: 'visible',
      to: 'held',
      event: { action: 'hidden', rule: 'three-reports', byMachine: true },
    });
    await erase(tx, cacheTag.post(comment.postId));
  });
}
