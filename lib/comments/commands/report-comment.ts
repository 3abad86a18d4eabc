import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { erase } from '@/lib/jobs/purge';
import { changeStatus, lockComment } from '../change-status';
import { report } from '../schema';

const TRUSTED_REPORTS = 3;
const TRUSTED_AFTER_DAYS = 30;
const TRUSTED_COMMENTS = 5;

/**
 * Tells the moderators about a comment, once for each person and revision.
 * Three people who have been here a month and are read hide it until a moderator looks.
 */
export async function reportComment(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId, reason, note } = parse(report, input);
  await takeTurn('report', member);
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (comment?.status !== 'visible') throw new Refused('not-found');
    if (comment.authorId === member.id) throw new Refused('not-allowed');
    const data = { commentId, revision: comment.revision, memberId: member.id, reason, note };
    const settled = await tx.report.count({ where: { commentId, revision: comment.revision, reason, resolvedAt: { not: null } } });
    // A moderator has answered this very complaint about these very words.
    const { count } = await tx.report.createMany({ data: { ...data, resolvedAt: settled > 0 ? now : null }, skipDuplicates: true });
    if (count === 0 || settled > 0) return;
    if ((await trustedReports(tx, commentId, comment.revision, now)) < TRUSTED_REPORTS) return;
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

async function trustedReports(tx: Tx, commentId: string, revision: number, now: Date): Promise<number> {
  const open = await tx.report.findMany({
    where: { commentId, revision, resolvedAt: null, memberId: { not: null } },
    select: { member: { select: { id: true, role: true, createdAt: true } } },
  });
  const since = now.getTime() - TRUSTED_AFTER_DAYS * 86_400_000;
  let trusted = 0;
  for (const { member } of open) {
    if (!member) continue;
    if (isSiteModerator({ kind: 'member', ...member, handle: '', name: '', language: '', emailVerified: true })) trusted += 1;
    else if (
      member.createdAt.getTime() < since &&
      (await tx.comment.count({ where: { authorId: member.id, status: 'visible' } })) >= TRUSTED_COMMENTS
    )
      trusted += 1;
  }
  return trusted;
}
