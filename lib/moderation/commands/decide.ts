import 'server-only';
import type { z } from 'zod';
import type { Member } from '@/lib/accounts/actor';
import { changeStatus, type LockedComment, lockComment } from '@/lib/comments/change-status';
import { UNDO_MINUTES } from '@/lib/comments/policy';
import { canMove } from '@/lib/comments/status';
import { weighReports } from '@/lib/comments/weigh-reports';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { type Decided, lastDecisions } from '../decided';
import { moderatedBlogIds } from '../queries';
import { keptReason } from '../sanctioning';
import { decision } from '../schema';
import { settleAppeal } from '../settle-appeal';
import { settleReports } from '../settle-reports';
import { isDoubted, spare } from '../spare';
import { teach } from '../teach';
import { answerReports } from '../withdrawn';

/** What became of one decision. `already` is another's decision, which stands. */
export type Outcome =
  | { kind: 'done'; commentId: string; seen: string }
  | { kind: 'already'; commentId: string; decided: Decided }
  | { kind: 'conflict' | 'not-found' | 'not-allowed'; commentId: string };

/**
 * Approves or removes another's comment, or keeps it though the reports about it are right, with an audit row; a rebuke
 * approves it and says that they were sent to harm. One that is approved the filter leaves out no more. The same decision again
 * changes nothing;
 * @throws Refused `conflict` when its words changed or another moderator decided otherwise meanwhile
 */
export async function decide(member: Member, input: unknown): Promise<void> {
  const made = parse(decision, input);
  const outcome = await settle(member, await moderatedBlogIds(member), made);
  if (outcome.kind === 'done') return;
  throw new Refused(outcome.kind === 'already' ? 'conflict' : outcome.kind);
}

/** One decision in a transaction of its own; `blogIds` is what `moderatedBlogIds` says of the member. */
export async function settle(
  member: Member,
  blogIds: string[] | null,
  made: z.output<typeof decision> & { batchId?: string },
): Promise<Outcome> {
  const { commentId } = made;
  return db.$transaction(async (tx): Promise<Outcome> => {
    const comment = await lockComment(tx, commentId);
    if (!comment) return { kind: 'not-found', commentId };
    const { blogId } = await tx.post.findUniqueOrThrow({ where: { id: comment.postId }, select: { blogId: true } });
    if (blogIds && !blogIds.includes(blogId)) return { kind: comment.status === 'visible' ? 'not-allowed' : 'not-found', commentId };
    // Nobody is their own judge, of what is said against them neither.
    if (comment.authorId === member.id) return { kind: 'not-allowed', commentId };
    const { action, to } = MADE[made.decision];
    const last = (await lastDecisions([commentId], tx)).get(commentId);
    const others = last && last.by?.id !== member.id && made.seen !== last.id ? last : undefined;
    if (others && others.action !== 'undone' && made.seen !== undefined) return { kind: 'already', commentId, decided: others };
    // The same sending again: what it decided stands, or was taken back since.
    if (made.batchId && (await tx.moderationEvent.count({ where: { batchId: made.batchId, commentId, actorId: member.id } })) > 0)
      return { kind: 'done', commentId, seen: last?.id ?? '' };
    const open = await tx.report.count({ where: { commentId, resolvedAt: null } });
    const nothingToSay = open === 0 && !(made.decision === 'approve' && isDoubted(comment));
    if (comment.status === to && nothingToSay) return { kind: 'done', commentId, seen: last?.id ?? '' };
    // Only the reports about words that their writer took back can be answered.
    const { decision } = made;
    if (
      comment.status === 'withdrawn' &&
      open > 0 &&
      comment.revision === made.revision &&
      (decision === 'approve' || decision === 'remove')
    ) {
      const seen = await answerReports(tx, { member, comment, made: { ...made, decision }, byRole: blogIds ? 'blog' : 'site' });
      return { kind: 'done', commentId, seen };
    }
    const decidable =
      canMove(comment.status, action, to) && (!OF_REPORTS.includes(made.decision) || (await isReported(tx, member, comment)));
    if (!decidable && others) return { kind: 'already', commentId, decided: others };
    if (!decidable || comment.revision !== made.revision) return { kind: 'conflict', commentId };
    // It would refuse an appeal, which whoever reported the comment may not judge.
    if (to === 'removed' && (await appealedAgainst(tx, member, commentId))) return { kind: 'not-allowed', commentId };
    return { kind: 'done', commentId, seen: await write(tx, { member, comment, made, byRole: blogIds ? 'blog' : 'site' }) };
  });
}

interface Writing {
  member: Member;
  comment: LockedComment;
  made: { decision: keyof typeof MADE; reason: z.output<typeof decision>['reason']; note: string; batchId?: string };
  byRole: 'blog' | 'site';
}

/** What each decision is called in the audit, where it leads, and what it says of the reports that it answers. */
const MADE = {
  approve: { action: 'approved', to: 'visible', reports: 'dismissed' },
  lower: { action: 'lowered', to: 'visible', reports: 'upheld' },
  rebuke: { action: 'approved', to: 'visible', reports: 'abusive' },
  remove: { action: 'removed', to: 'removed', reports: 'upheld' },
} as const;

/** Decisions about reports as much as about the comment: without any by others there is nothing to decide. */
const OF_REPORTS: readonly (keyof typeof MADE)[] = ['lower', 'rebuke'];
const isReported = async (tx: Tx, member: Member, { id: commentId, revision }: LockedComment): Promise<boolean> =>
  (await tx.report.count({ where: { commentId, revision, resolvedAt: null, memberId: { not: member.id } } })) > 0;

const appealedAgainst = async (tx: Tx, member: Member, commentId: string): Promise<boolean> =>
  (await tx.report.count({
    where: { commentId, memberId: member.id, comment: { events: { some: { appeal: { outcome: null } } } } },
  })) > 0;

async function write(tx: Tx, { member, comment, made, byRole }: Writing): Promise<string> {
  const { action, to, reports } = MADE[made.decision];
  const { id: commentId, postId, status: from } = comment;
  const eventId = await changeStatus(tx, {
    commentId,
    postId,
    from,
    to,
    event: {
      actorId: member.id,
      action,
      rule: made.decision === 'rebuke' ? 'abusive-reports' : '',
      reason: keptReason(made),
      batchId: made.batchId ?? null,
      byRole,
      setAside: to === 'visible' ? comment.unwanted : null,
    },
  });
  await settleReports(tx, member, { comment, eventId, outcome: reports });
  if (to === 'visible') await weighReports(tx, commentId);
  // As of a removal, once it can no longer be undone.
  if (made.decision === 'lower') await enqueue(tx, 'comment.lowered', { eventId }, UNDO_MINUTES * 60);
  await settleAppeal(tx, member, { comment: { ...comment, status: to }, byRole, eventId });
  await (to === 'visible' ? purge : erase)(tx, cacheTag.post(postId));
  // The last of all: its lock gives the order in which the filter learns.
  await teach(tx, member, { commentId, decision: made.decision, reason: made.reason });
  // After it has been kept what the filter had said.
  if (to === 'visible') await spare(tx, comment);
  return eventId;
}
