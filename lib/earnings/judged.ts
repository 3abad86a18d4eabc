import 'server-only';
import type { Tx } from '@/lib/db/client';
import { type Credit, creditsOf, type LeftOut, type PostRead } from '@/lib/reading/credit';
import { readingRuleAt } from '@/lib/reading/rule';
import { type Tier, tierOf } from './current';
import { bannedAmong, heldAmong, linkedWith } from './facts';
import { daysOf, type Measured, seenBy } from './measured';

/** Why seconds do not count: what measuring says, and what is known of the people. */
export type WhyNot = LeftOut | 'banned' | 'no-writer';

export interface JudgedRow {
  postId: string;
  /** Whom it pays; null where nobody writes it any more. */
  authorId: string | null;
  seconds: number;
  left: { reason: WhyNot; seconds: number }[];
}

/** One reader's epoch: each post, what of it counts, and why the rest does not. */
export interface Judged {
  memberId: string;
  tier: Tier;
  holdId: string | null;
  rows: JudgedRow[];
}

/** What of these people's reading counts, by what is known of them and of the posts at `now`. */
export async function judge(tx: Tx, epoch: { startsAt: Date; endsAt: Date }, ids: readonly string[], now: Date): Promise<Judged[]> {
  const days = await daysOf(tx, epoch, ids);
  const seen = await seenBy(tx, epoch, ids);
  const posts = await tx.post.findMany({
    where: { id: { in: [...new Set(days.map(({ postId }) => postId))] } },
    select: { id: true, blogId: true, authorId: true, words: true, publishedAt: true },
  });
  const known = new Map(posts.map((post) => [post.id, post]));
  const authors = posts.flatMap(({ authorId }) => authorId ?? []);
  const banned = await bannedAmong(tx, [...new Set([...ids, ...authors])], now);
  const [linked, held] = [await linkedWith(tx, ids), await heldAmong(tx, ids)];
  const members = await tx.member.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, role: true, emailVerifiedAt: true, createdAt: true, blogRoles: { select: { blogId: true } } },
    orderBy: { id: 'asc' },
  });
  const byReader = Map.groupBy(days, ({ readerId }) => readerId);
  const rule = readingRuleAt(epoch.startsAt.getTime());

  return members.map((member) => {
    const blogs = new Set(member.blogRoles.map(({ blogId }) => blogId));
    const barred = ({ blogId, authorId, publishedAt }: (typeof posts)[number]): PostRead['barred'] => {
      if (publishedAt === null || (authorId !== null && banned.has(authorId))) return 'removed';
      if (authorId === member.id || blogs.has(blogId)) return 'own-blog';
      return authorId !== null && linked.get(member.id)?.has(authorId) ? 'linked' : null;
    };
    const all = byReader.get(member.id) ?? [];
    const without = (one: Measured): WhyNot | null => {
      if (banned.has(member.id)) return 'banned';
      const post = known.get(one.postId);
      return post && post.authorId === null ? 'no-writer' : null;
    };
    const facts = new Map<string, PostRead>();
    for (const { postId } of all) {
      const post = known.get(postId);
      if (post) facts.set(postId, { words: post.words, seen: seen.get(`${member.id} ${postId}`) ?? 0, barred: barred(post) });
    }
    const counted = all.filter((one) => without(one) === null);
    const read = counted.map((one) => ({ ...one, authorId: known.get(one.postId)?.authorId ?? '' }));
    const credits = creditsOf(read, { posts: facts, staff: member.role !== 'member' }, rule);
    const rows = new Map<string, JudgedRow>();
    for (const one of credits) add(rows, one, known.get(one.postId)?.authorId ?? null);
    for (const one of all) {
      const reason = without(one);
      if (reason) add(rows, { ...one, credited: 0, left: [{ reason, seconds: one.seconds }] }, known.get(one.postId)?.authorId ?? null);
    }
    return {
      memberId: member.id,
      tier: tierOf(member, epoch.endsAt.getTime()),
      holdId: held.get(member.id) ?? null,
      rows: [...rows.values()],
    };
  });
}

type Line = Pick<Credit, 'postId' | 'credited'> & { left: readonly { reason: WhyNot; seconds: number }[] };

/** Puts a day's line to its post's row. */
function add(rows: Map<string, JudgedRow>, { postId, credited, left }: Line, authorId: string | null): void {
  const row = rows.get(postId) ?? { postId, authorId, seconds: 0, left: [] };
  row.seconds += credited;
  for (const { reason, seconds } of left) {
    const same = row.left.find((one) => one.reason === reason);
    if (same) same.seconds += seconds;
    else row.left.push({ reason, seconds });
  }
  rows.set(postId, row);
}
