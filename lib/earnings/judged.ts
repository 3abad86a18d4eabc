import 'server-only';
import type { Tx } from '@/lib/db/client';
import { type Credit, creditsOf, type LeftOut, type PostRead } from '@/lib/reading/credit';
import { barredFor, isStaff, type KnownPost, postsKnown } from '@/lib/reading/known';
import { type MeasuredDay, measuredOf, type Span } from '@/lib/reading/measured';
import { readingRuleAt } from '@/lib/reading/rule';
import { bannedAmong, heldAmong, linkedWith } from './facts';
import { type ProofsOf, proofsOf as whatIsProven } from './proofs';
import type { RuleNumbers, Tier } from './rule';
import { budgetAt, tierOf } from './tier';

/** Why seconds do not count: what measuring says, and what is known of the people. */
export type WhyNot = LeftOut | 'no-writer';

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
  /** The most that they move, in 10⁻³ of a point. */
  budget: bigint;
  holdId: string | null;
  rows: JudgedRow[];
}

export interface Judging {
  /** What budgets go by. */
  rule: RuleNumbers;
  now: Date;
  /** Another one only where a test says what people have proven. */
  proofsOf?: ProofsOf | undefined;
}

export const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Span => ({ from: startsAt, to: endsAt });

/** What of these people's reading counts, by what is known of them and of the posts at `now`. */
export async function judge(
  tx: Tx,
  epoch: { startsAt: Date; endsAt: Date },
  ids: readonly string[],
  { rule, now, proofsOf = whatIsProven }: Judging,
): Promise<Judged[]> {
  const days = await measuredOf(tx, ids, spanOf(epoch));
  const known = await postsKnown(
    tx,
    days.map(({ postId }) => postId),
  );
  const authors = [...known.values()].flatMap(({ authorId }) => authorId ?? []);
  const people = [...new Set([...ids, ...authors])];
  const banned = await bannedAmong(tx, people, now);
  const [linked, held, proven] = [await linkedWith(tx, people), await heldAmong(tx, ids, epoch), await proofsOf(tx, ids, epoch.endsAt)];
  const members = await tx.member.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, role: true, emailVerifiedAt: true, blogRoles: { select: { blogId: true } } },
    orderBy: { id: 'asc' },
  });
  const byReader = Map.groupBy(days, ({ readerId }) => readerId);
  const reading = readingRuleAt(epoch.startsAt.getTime());

  // Accounts that are linked write as one: a name more is no more posts that earn.
  const writerOf = (authorId: string): string => linked.get(authorId)?.values().next().value ?? authorId;

  return members.map((member) => {
    const barred = (post: KnownPost): PostRead['barred'] => {
      const { authorId } = post;
      const known = barredFor(member, post);
      if (known === 'own-blog') return known;
      if (banned.has(member.id)) return 'banned';
      if (authorId !== null && banned.has(authorId)) return 'removed';
      return known ?? (authorId !== null && linked.get(member.id)?.has(authorId) ? 'linked' : null);
    };
    const all = byReader.get(member.id) ?? [];
    const without = ({ postId }: MeasuredDay): WhyNot | null => (known.get(postId)?.authorId === null ? 'no-writer' : null);
    const facts = new Map<string, PostRead>();
    for (const { postId, seen } of all) {
      const post = known.get(postId);
      if (post) facts.set(postId, { words: post.words, seen, barred: barred(post) });
    }
    const counted = all.filter((one) => without(one) === null);
    const read = counted.map((one) => ({ ...one, authorId: writerOf(known.get(one.postId)?.authorId ?? '') }));
    const credits = creditsOf(read, { posts: facts, staff: isStaff(member) }, reading);
    const rows = new Map<string, JudgedRow>();
    for (const one of credits) add(rows, one, known.get(one.postId)?.authorId ?? null);
    for (const one of all) {
      const reason = without(one);
      if (reason) add(rows, { ...one, credited: 0, left: [{ reason, seconds: one.seconds }] }, known.get(one.postId)?.authorId ?? null);
    }
    const person = { emailVerifiedAt: member.emailVerifiedAt, proofs: proven.get(member.id) ?? [] };
    const ends = epoch.endsAt.getTime();
    return {
      memberId: member.id,
      tier: tierOf(person, ends),
      budget: budgetAt(person, rule, ends),
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
