import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { disputeBar } from './commands/answer-dispute';
import { couldHaveMoved } from './correction';
import type { DisputeReason } from './dispute-policy';
import { lackingIn, madeGoodOf, pricesOf, readersOfWeek, rowsOfLine, weekWith } from './disputed-line';
import type { WhyNot } from './judged';
import { namesOf } from './queries';

/** What somebody disputed of a statement, and what came of it. */
export interface OwnDispute {
  id: string;
  line: string;
  reason: DisputeReason;
  words: string;
  createdAt: Date;
  outcome: 'upheld' | 'declined' | null;
  answer: string;
  answeredAt: Date | null;
  /** Thousandths of a point: what was paid, or is when what it waits for comes. */
  paid: bigint;
  /** For the release of the week, or for the end of what is known against it; null when it does not wait. */
  waits: 'release' | 'end' | null;
}

/** What this person disputed of a week's statement, by line. */
export async function disputesOf(member: { id: string }, epoch: number): Promise<Map<string, OwnDispute>> {
  const rows = await db.earningDispute.findMany({
    where: { memberId: member.id, epoch },
    omit: { memberId: true, epoch: true, answeredById: true },
    include: { of: { select: { state: true } }, corrections: { where: { paidAt: null }, select: { postId: true }, take: 1 } },
  });
  const waits = (corrections: readonly unknown[], state: string) =>
    corrections.length === 0 ? null : state === 'released' ? ('end' as const) : ('release' as const);
  return new Map(
    rows.map(({ corrections, of, ...row }) => [
      row.line,
      { ...row, reason: row.reason as DisputeReason, waits: waits(corrections, of.state) },
    ]),
  );
}

/** A dispute as an admin sees it. No reader of a writer's line is named. */
export interface OpenDispute {
  id: string;
  by: { name: string; handle: string };
  epoch: number;
  side: 'read' | 'written';
  /** Null of the posts of few readers, and of one that is gone. */
  post: { title: string | null; path: string | null } | null;
  reason: DisputeReason;
  words: string;
  createdAt: Date;
  readings: number;
  seconds: number;
  left: { reason: WhyNot; seconds: number }[];
  /** What the line brought its person. */
  amount: bigint;
  /** The most that it would pay, to all of its readers and the writer together. */
  most: bigint;
  /** Whether it is this admin's own, which another answers. */
  own: boolean;
}

/** Each is looked at whole: a popular writer's line has as many readings as readers. */
const LENGTH = 25;
const LOOKED_AT = 200;
/** Of a number that is said. */
const COUNTED = 100;

/**
 * Disputes that wait, those first that this admin may answer, the oldest first of each. Of those about what they read or wrote only how
 * many they are, unless they are the only admin: who read it for how long is not theirs to see. @throws Refused `not-found` for anyone else
 */
export async function openDisputes(by: Member, now = new Date()): Promise<{ items: OpenDispute[]; elsewhere: number }> {
  if (!isAdmin(by)) throw new Refused('not-found');
  const rows = await db.earningDispute.findMany({
    where: { outcome: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: LOOKED_AT,
    include: { member: { select: { name: true, handle: true } } },
  });
  const items: OpenDispute[] = [];
  let elsewhere = 0;
  for (const { member, ...row } of rows) {
    if (items.filter((one) => !one.own).length === LENGTH) break;
    const lines = await rowsOfLine(db, row);
    const bar = await disputeBar(db, by, { dispute: row, rows: lines, now });
    if (bar === 'party') {
      elsewhere += 1;
      continue;
    }
    const [side, postId = ''] = row.line.split(':') as ['read' | 'written', string];
    const named = postId === 'few' ? null : ((await namesOf([postId])).get(postId) ?? null);
    const left = new Map<WhyNot, number>();
    for (const one of lines.flatMap((line) => line.left)) left.set(one.reason, (left.get(one.reason) ?? 0) + one.seconds);
    items.push({
      id: row.id,
      by: member,
      epoch: row.epoch,
      side,
      post: named && { title: named.title, path: named.path },
      reason: row.reason as DisputeReason,
      words: row.words,
      createdAt: row.createdAt,
      readings: lines.length,
      seconds: lines.reduce((all, { seconds }) => all + seconds, 0),
      left: [...left].map(([reason, seconds]) => ({ reason, seconds })),
      amount: lines.reduce((all, line) => all + (side === 'read' ? line.reward : line.amount), 0n),
      most: await mostOf(row.epoch, lines),
      own: bar === 'own',
    });
  }
  return { items: [...items.filter(({ own }) => !own), ...items.filter(({ own }) => own)], elsewhere };
}

async function mostOf(epoch: number, lines: Awaited<ReturnType<typeof rowsOfLine>>): Promise<bigint> {
  const lacking = await lackingIn(db, lines, new Date());
  const ids = [...lacking.keys()];
  const [prices, readers] = [await pricesOf(db, epoch), await readersOfWeek(db, ids)];
  const made = await madeGoodOf(db, ids);
  let all = 0n;
  for (const reader of readers) {
    const before = made.get(reader.id) ?? [];
    const open = (lacking.get(reader.id) ?? []).filter((one) => !before.some(({ postId }) => postId === one.postId));
    const left = open.reduce((sum, { mendable }) => sum + BigInt(mendable), 0n);
    all += couldHaveMoved(weekWith(reader, before), left, prices.get(reader.pool)?.gamma ?? null);
  }
  return all;
}

/** How many disputes wait; 100 is: more than 99. */
export const countDisputes = (): Promise<number> => db.earningDispute.count({ where: { outcome: null }, take: COUNTED });
