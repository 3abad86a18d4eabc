import 'server-only';
import { db } from '@/lib/db/client';
import { type Credit, creditsOf, type PostRead } from './credit';
import { barredFor, isStaff, postsKnown } from './known';
import { measuredOf, type Span } from './measured';
import { readingRuleAt } from './rule';

/** What of one's own reading counts as it stands, day by day and post by post. Whom one is linked with is not known here. */
export async function ownCredits(readerId: string, span: Span): Promise<Credit[]> {
  const days = await measuredOf(db, [readerId], span);
  if (days.length === 0) return [];
  const reader = await db.member.findUniqueOrThrow({
    where: { id: readerId },
    select: { id: true, role: true, blogRoles: { select: { blogId: true } } },
  });
  const known = await postsKnown(
    db,
    days.map(({ postId }) => postId),
  );
  const posts = new Map<string, PostRead>();
  for (const { postId, seen } of days) {
    const post = known.get(postId);
    if (post) posts.set(postId, { words: post.words, seen, barred: barredFor(reader, post) });
  }
  // Whoever left has no id: each of their posts is then somebody's of its own.
  const read = days.map((one) => ({ ...one, authorId: known.get(one.postId)?.authorId ?? one.postId }));
  return creditsOf(read, { posts, staff: isStaff(reader) }, readingRuleAt(span.from.getTime()));
}
