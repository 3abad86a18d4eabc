import { type Allocated, type Division, divide } from '@/lib/earnings/divide';
import { type Epoch, packEpoch } from '@/lib/earnings/epoch';
import { sizesOf } from '@/lib/earnings/pools';
import type { Account, Pool } from './pool';

export type Divide = (epoch: Epoch, allocated?: Allocated) => Division;

/** What came to people in the end, by payee and by reader, in the pool's smallest unit. */
export interface Paid {
  payees: Map<string, bigint>;
  rewards: Map<string, bigint>;
}

const shareOf = ({ kind, rule }: Pool) => rule.readerShare[kind];

/** The product's own: the points in two parts, and what was taken back before the release is clawed back. */
export function ours(pool: Pool, by: Divide = divide): Paid {
  const paid: Paid = { payees: new Map(), rewards: new Map() };
  const back = new Set(pool.accounts.filter(({ takenBack }) => takenBack).map(({ id }) => id));
  const divided = (epoch: Epoch): Division => {
    const clawed: Allocated = (reader, payee, amount) => {
      if (back.has(epoch.readers[reader] ?? '')) add(paid.payees, epoch.payees[payee] ?? '', -amount);
    };
    const division = by(epoch, back.size > 0 ? clawed : undefined);
    for (const [place, payee] of epoch.payees.entries()) add(paid.payees, payee, division.payees[place] ?? 0n);
    for (const [place, reader] of epoch.readers.entries()) if (!back.has(reader)) add(paid.rewards, reader, division.rewards[place] ?? 0n);
    return division;
  };
  const divideAmong = (amount: bigint, readers: readonly Account[]) =>
    divided(packEpoch({ pool: amount, readerShare: shareOf(pool), readers }));
  if (pool.kind === 'members') divideAmong(pool.amount, pool.accounts);
  else {
    const { main, quarantine } = sizesOf(pool.amount - pool.rule.emission, pool.rule);
    const [proven, unproven] = partition(pool.accounts, ({ part }) => part === 'proven');
    divideAmong(main, proven);
    divideAmong(quarantine, unproven);
  }
  return paid;
}

function partition<T>(list: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [list.filter(is), list.filter((one) => !is(one))];
}

/** By the second, whoever read it: what most pools do. */
export function proRata(pool: Pool): Paid {
  const all = pool.accounts.reduce((sum, { weights }) => sum + secondsOf(weights), 0n);
  return moved(pool, ({ weights }) => (all > 0n ? (pool.amount * secondsOf(weights)) / all : 0n));
}

/** Each moves what they put in; where nobody puts anything in, each who reads the same. */
export function userCentric(pool: Pool): Paid {
  const active = BigInt(pool.accounts.filter(({ weights }) => weights.length > 0).length);
  return moved(pool, ({ putIn }) => (pool.kind === 'members' ? putIn : pool.amount / active));
}

function moved(pool: Pool, contributionOf: (account: Account) => bigint): Paid {
  const [part, whole] = shareOf(pool) ?? [0n, 1n];
  const paid: Paid = { payees: new Map(), rewards: new Map() };
  for (const account of pool.accounts) {
    const all = secondsOf(account.weights);
    if (all === 0n) continue;
    const contribution = contributionOf(account);
    const reward = (contribution * part) / whole;
    add(paid.rewards, account.id, reward);
    for (const [payee, seconds] of account.weights) add(paid.payees, payee, ((contribution - reward) * seconds) / all);
  }
  return paid;
}

export const secondsOf = (weights: Account['weights']): bigint => weights.reduce((sum, [, seconds]) => sum + seconds, 0n);

function add(to: Map<string, bigint>, id: string, amount: bigint): void {
  to.set(id, (to.get(id) ?? 0n) + amount);
}
