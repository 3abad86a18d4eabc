import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { holdingAt } from '@/lib/accounts/holding';
import type { BlogRole } from '@/lib/blogs/view';
import type { Tx } from '@/lib/db/client';
import type { Facts, PersonState, ThreadState } from '@/lib/screening/rule';
import { textFacts } from '@/lib/screening/text-facts';
import { trustLevel } from '@/lib/screening/trust';
import type { Judged } from './judged';
import { phrasesFor } from './phrases';
import { decidedSince, trustFacts } from './record';

interface Sent {
  post: { id: string; blogId: string };
  /** Their role in the blog, asked before the transaction, which must not wait for a second connection. */
  role: BlogRole | null;
  body: string;
  now: Date;
  filters: Judged['facts'];
  /** An edit does not meet its own earlier text. */
  except?: string;
}

/** Gathers what the rules want to know, within the transaction that will write. */
export async function factsFor(tx: Tx, member: Member, { post, role, body, now, filters, except }: Sent): Promise<Facts> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  const own = { authorId: member.id, ...(except ? { id: { not: except } } : {}) };
  // What was taken back has no words left, but for those that a report holds on to: said again, they are a repeat.
  const [sameTextLately, lastFiveMinutes, lastHour] = [
    await tx.comment.count({ where: { ...own, body, createdAt: { gt: before(1440) } } }),
    await tx.comment.count({ where: { ...own, createdAt: { gt: before(5) } } }),
    await tx.comment.count({ where: { ...own, createdAt: { gt: before(60) } } }),
  ];
  // An edit does not count the comment that it changes as approved.
  const whose = { memberId: member.id, blogId: post.blogId, except };
  const [asked, lately] = [await trustFacts(tx, whose, now), await decidedSince(tx, whose, before(7 * 1440))];
  const accountAgeDays = (now.getTime() - member.createdAt.getTime()) / 86_400_000;
  const trusted = role !== null || isSiteModerator(member);
  const level = trustLevel(asked);
  const counted = { approved: asked.approved, ...lately, sameTextLately, lastFiveMinutes, lastHour };
  const [thread, person] = [await threadFacts(tx, member, { post, now, except }), await personFacts(tx, member, { post, now })];
  const phrases = await phrasesFor(tx, post.blogId);
  return { now, body, text: textFacts(body), trusted, level, accountAgeDays, ...counted, thread, person, ...filters, ...phrases };
}

async function threadFacts(
  tx: Tx,
  member: Member,
  { post, now, except }: { post: Sent['post']; now: Date; except: string | undefined },
): Promise<ThreadState> {
  // As it is now, not as it was when the filters were asked.
  const { threadState: state, slowSeconds } = await tx.post.findUniqueOrThrow({
    where: { id: post.id },
    select: { threadState: true, slowSeconds: true },
  });
  if (slowSeconds === 0 || except !== undefined) return { state, slowSeconds, secondsSinceOwnLast: null };
  const last = await tx.comment.findFirst({
    where: { authorId: member.id, postId: post.id },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  return { state, slowSeconds, secondsSinceOwnLast: last ? (now.getTime() - last.createdAt.getTime()) / 1000 : null };
}

/** What holds for this person here and now, the strictest of each kind. */
async function personFacts(tx: Tx, member: Member, { post, now }: Pick<Sent, 'post' | 'now'>): Promise<PersonState> {
  const rows = await tx.sanction.findMany({
    where: {
      memberId: member.id,
      AND: [holdingAt(now), { OR: [{ blogId: null }, { blogId: post.blogId }] }],
    },
    select: { kind: true, until: true },
  });
  const end = (kind: (typeof rows)[number]['kind']): Date | null => {
    const times = rows.filter((row) => row.kind === kind).map(({ until }) => until?.getTime() ?? FOR_EVER);
    return times.length > 0 ? new Date(Math.max(...times)) : null;
  };
  return { banned: end('banned') !== null, suspendedUntil: end('suspended'), limitedUntil: end('limited') };
}

/** The last moment that a date can name. */
const FOR_EVER = 8.64e15;
