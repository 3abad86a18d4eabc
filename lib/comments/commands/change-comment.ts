import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { blogRole } from '@/lib/blogs/queries';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { forgetSoon } from '@/lib/relevance/site/remember';
import { saysTheSame } from '@/lib/screening/same-words';
import { changeStatus, lockComment } from '../change-status';
import { eraseWords } from '../erase-words';
import { hiddenByReports } from '../hidden-by-reports';
import { askAhead, judge } from '../judged';
import { letThrough } from '../let-through';
import { keepingRefusals, NotTaken } from '../not-taken';
import { canEdit, canWithdraw, editLeavesMark, isAuthor, KEPT_DAYS } from '../policy';
import { changedComment, onComment } from '../schema';
import { screened } from '../screened';
import { factsFor } from '../screening-facts';
import { weighReports } from '../weigh-reports';
import type { Posted } from './post-comment';

/**
 * Changes one's own words; the earlier ones are kept, and screening looks again. The same words again change nothing. @throws Refused
 * `invalid` for words that are not taken here, which then change nothing either; `not-found`, `not-allowed` when its day is over
 */
export async function editComment(member: Member, input: unknown, now = new Date()): Promise<Posted> {
  const { commentId, body } = parse(changedComment, input);
  await takeTurn('comment', member);
  const where = await db.comment.findUnique({
    where: { id: commentId },
    select: { post: { select: { id: true, blogId: true } } },
  });
  if (!where) throw new Refused('not-found');
  const role = await blogRole(member.id, where.post.blogId);
  const ahead = await askAhead({ postId: where.post.id, body, trusted: role !== null || isSiteModerator(member) });
  return keepingRefusals({ memberId: member.id, postId: where.post.id }, () =>
    db.$transaction(async (tx) => {
      const comment = await lockComment(tx, commentId);
      if (!comment || (!isAuthor(member.id, comment) && comment.status !== 'visible')) throw new Refused('not-found');
      if (!canEdit(member.id, comment, now)) throw new Refused('not-allowed');
      if (comment.body === body) return { id: commentId, status: comment.status };
      const touched =
        (await tx.comment.count({ where: { parentId: commentId } })) > 0 || (await tx.report.count({ where: { commentId } })) > 0;
      const { facts: filters, kept } = await judge(tx, { ahead, member, body, now, except: commentId });
      const { verdict, rule, version, remark } = screened(
        await factsFor(tx, member, { post: where.post, role, body, now, filters, except: commentId }),
      );
      // What stands there already is not lost by it.
      if (verdict === 'rejected') throw new NotTaken({ rule, version }, 'invalid', { fields: { body: 'banned-word' } });
      // What a human has let through does not wait again because its writer is new, unless it says something else by now.
      const cleared = comment.status === 'visible' && rule === 'newcomer' && saysTheSame(await letThrough(tx, comment), body);
      const shown = verdict === 'reported' || verdict === 'visible' || cleared;
      // What reports have hidden waits for a moderator, whatever its writer makes of it.
      const hidden = shown && (await hiddenByReports(tx, comment)) !== null;
      const to = hidden ? 'held' : shown ? 'visible' : verdict;
      const marked = editLeavesMark({ createdAt: comment.createdAt, touched }, now);
      // What nobody was shown, or was hidden, is no history of what is.
      const readBefore = marked && comment.status === 'visible';
      await tx.commentRevision.create({ data: { commentId, revision: comment.revision, body: comment.body, marked: readBefore } });
      await tx.comment.update({
        where: { id: commentId },
        data: {
          body,
          ...kept,
          revision: { increment: 1 },
          ...(marked ? { editedAt: now } : {}),
        },
      });
      if (remark && (verdict === 'reported' || cleared))
        await tx.report.create({ data: { commentId, revision: comment.revision + 1, reason: 'spam', note: remark } });
      // What was upheld of the earlier words says nothing of these.
      await weighReports(tx, commentId);
      // Where screening found nothing, it is the reports for which it waits.
      const why = hidden && verdict !== 'reported' ? { rule: 'three-reports' } : { rule, ruleVersion: version };
      await changeStatus(tx, {
        commentId,
        postId: comment.postId,
        from: comment.status,
        to,
        event: { actorId: member.id, action: 'edited', ...why, byMachine: true },
      });
      // Whoever is named only now is told only now.
      if (comment.status === 'visible' && to === 'visible') await enqueue(tx, 'comment.notify', { commentId });
      await (to === 'visible' ? purge : erase)(tx, cacheTag.post(comment.postId));
      return { id: commentId, status: to };
    }),
  );
}

/**
 * Takes one's own comment back; its words are erased, or, while a report about them waits, kept for the moderators alone for some
 * days. Again changes nothing.
 */
export async function withdrawComment(member: Member, input: unknown, now = new Date()): Promise<void> {
  const { commentId } = parse(onComment, input);
  await takeTurn('comment', member);
  await db.$transaction(async (tx) => {
    const comment = await lockComment(tx, commentId);
    if (!comment) throw new Refused('not-found');
    if (isAuthor(member.id, comment) && comment.status === 'withdrawn') return;
    if (!canWithdraw(member.id, comment)) throw new Refused(comment.status === 'visible' ? 'not-allowed' : 'not-found');
    await changeStatus(tx, {
      commentId,
      postId: comment.postId,
      from: comment.status,
      to: 'withdrawn',
      event: { actorId: member.id, action: 'withdrawn' },
    });
    // Nobody has to answer what was about it.
    await tx.appeal.updateMany({ where: { outcome: null, event: { commentId } }, data: { outcome: 'withdrawn', decidedAt: now } });
    // Whoever is reported does not take the evidence away with the words.
    if ((await tx.report.count({ where: { commentId, resolvedAt: null } })) === 0) await eraseWords(tx, commentId);
    else await enqueue(tx, 'comment.erase', { commentId }, KEPT_DAYS * 86_400);
    await erase(tx, cacheTag.post(comment.postId));
    await forgetSoon(tx, commentId);
  });
}
