import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { explain, type Reason } from '@/lib/relevance/learned/explain';
import { exampleOf } from '@/lib/relevance/site/example';
import { modelAtHand } from '@/lib/relevance/site/trained';
import { moderatedBlogIds } from './queries';

export interface VerdictExplained {
  /** Of being unwanted, as found when the comment came or was last edited, 0 to 1. */
  probability: number;
  /** The strongest first, either way, by what the filter knows now. */
  reasons: Reason[];
}

const MOST = 6;
/** It weighs in every comment alike, and says nothing of one. */
const ALWAYS = 'any comment';

/**
 * Why the learned filter finds a comment wanted or not, for whoever may decide about it; null when it said nothing of
 * it, or found it less than `from` likely to be unwanted.
 * @throws Refused `not-found`
 */
export async function explainVerdict(member: Member, commentId: string, from = 0): Promise<VerdictExplained | null> {
  const blogIds = await moderatedBlogIds(member);
  const where = { id: commentId, ...(blogIds ? { post: { blogId: { in: blogIds } } } : {}) };
  const comment = await db.comment.findFirst({ where, select: { unwanted: true } });
  if (!comment) throw new Refused('not-found');
  if (comment.unwanted === null || comment.unwanted < from) return null;
  const [found, model] = await Promise.all([exampleOf(db, commentId), modelAtHand()]);
  if (!found || !model) return null;
  const reasons = explain(model, found.example).reasons.filter(({ kind, text }) => kind !== 'signal' || text !== ALWAYS);
  return { probability: comment.unwanted, reasons: reasons.slice(0, MOST) };
}
