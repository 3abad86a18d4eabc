import type { Payment } from '@/lib/earnings/budget';
import type { Tier } from '@/lib/earnings/rule';
import type { Attacked, Stage } from './attack';
import { creditedFor, DAYS, type Post, reading, type Visit } from './measure';
import { EIGHT, member, type Pool, proven, times, type Weights, withMore } from './pool';
import { rule } from './town';

/** One who lets a script read: 4 hours a day, the most that is credited, in posts so long that the cap of a post is never met. */
export function allDay(author: string, share = 1): Visit[] {
  const seconds = Math.floor((reading.mostOfDay * share) / reading.postsOfAuthor);
  return times(DAYS * reading.postsOfAuthor, (nth) => ({
    post: { id: `${author}/endless-${nth}`, authorId: author, words: 20_000 },
    day: nth % DAYS,
    seconds,
    seen: 100,
  }));
}

/** Posts of an ordinary length, as many of each author as earn on a day, on every day of the week. */
export const dailyPosts = (authors: readonly string[]): Post[] =>
  authors.flatMap((authorId) => times(DAYS * reading.postsOfAuthor, (nth) => ({ id: `${authorId}/daily-${nth}`, authorId, words: 952 })));

/** Reads each post as long as is credited, those of one day after another. */
export const readAll = (posts: readonly Post[]): Visit[] =>
  posts.map((post, nth) => ({ post, day: nth % DAYS, seconds: Math.floor((post.words / reading.pace) * 60 * 1.5), seen: 100 }));

interface Joining {
  count: number;
  weights: Weights | ((nth: number) => Weights);
  payment?: Payment;
  /** What an account costs whoever makes it, where that is not what is paid; in 10⁻⁶ of the money's unit. */
  cost?: bigint;
  takenBack?: boolean | ((nth: number) => boolean);
}

const of = <T>(from: T | ((nth: number) => T), nth: number): T => (typeof from === 'function' ? (from as (nth: number) => T)(nth) : from);

/** Members join who are all the attacker's. */
export function membersJoin(before: Pool, payees: readonly string[], { count, weights, payment = EIGHT, ...more }: Joining): Attacked {
  const accounts = times(count, (nth) => ({
    ...member(`forged-${nth}`, of(weights, nth), rule, payment),
    takenBack: of(more.takenBack ?? false, nth),
  }));
  const cost = more.cost ?? payment.price - payment.discount;
  return {
    stages: [{ before, after: withMore(before, accounts), epochs: 1n, worth: [1n, 1n] }],
    payees: new Set(payees),
    accounts: new Set(accounts.map(({ id }) => id)),
    cost: cost * BigInt(count),
  };
}

interface Forging {
  count: number;
  tier: Tier;
  weights: Weights | ((nth: number) => Weights);
}

/** Accounts of the points pool are forged; each lives for the epochs that its tier survives. */
export function accountsForged(before: Pool, payees: readonly string[], { count, tier, weights }: Forging): Attacked {
  const accounts = times(count, (nth) => proven(`forged-${nth}`, tier, rule, of(weights, nth)));
  const { price, survives } = rule.tiers[tier];
  const stage: Stage = { before, after: withMore(before, accounts), epochs: survives, worth: [rule.pointValue, 1_000n] };
  return { stages: [stage], payees: new Set(payees), accounts: new Set(accounts.map(({ id }) => id)), cost: price * BigInt(count) };
}

/** What one script reads in one week is the same for all its accounts. */
export const asScript = (visits: readonly Visit[]): Weights => creditedFor(visits);

export const KS = [1, 10, 50, 200, 1_000] as const;
export const OWN = 'attacker';
