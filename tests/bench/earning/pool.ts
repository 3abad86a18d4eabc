import { memberBudget, type Payment, pointBudget, putInBy } from '@/lib/earnings/budget';
import { type Part, partOf } from '@/lib/earnings/quarantine';
import type { EarningRule, Tier } from '@/lib/earnings/rule';

export type Weights = readonly (readonly [payee: string, seconds: bigint])[];

/** One account in one epoch. Amounts in the pool's smallest unit. */
export interface Account {
  id: string;
  /** The most that it moves by the product's rule. */
  budget: bigint;
  /** What it put into the pool, which is what user-centric lets it move. */
  putIn: bigint;
  part: Part;
  weights: Weights;
  /** Its payment was taken back between the close and the release: what it moved is clawed back. */
  takenBack?: boolean;
}

export interface Pool {
  kind: 'members' | 'points';
  rule: EarningRule;
  amount: bigint;
  accounts: readonly Account[];
}

export const EIGHT: Payment = { price: 8_000_000n, discount: 0n, costs: 532_000n, state: 'paid' };

export function member(id: string, weights: Weights, rule: EarningRule, payment: Payment = EIGHT): Account {
  return { id, budget: memberBudget(payment, rule), putIn: putInBy(payment, rule), part: 'proven', weights };
}

/** Of the points pool: nobody puts anything in. */
export function proven(id: string, tier: Tier, rule: EarningRule, weights: Weights): Account {
  return { id, budget: pointBudget(tier, rule), putIn: 0n, part: partOf(tier), weights };
}

/** The pool with these too; members bring what they put in. */
export function withMore(pool: Pool, more: readonly Account[]): Pool {
  const brought = more.reduce((all, { putIn }) => all + putIn, 0n);
  return { ...pool, amount: pool.amount + brought, accounts: [...pool.accounts, ...more] };
}

/** The pool with some accounts reading otherwise. */
export function withReading(pool: Pool, read: (account: Account) => Weights): Pool {
  const accounts = pool.accounts.map((account) => {
    const weights = read(account);
    return weights === account.weights ? account : { ...account, weights };
  });
  return { ...pool, accounts };
}

export const times = <T>(count: number, make: (nth: number) => T): T[] => Array.from({ length: count }, (_, nth) => make(nth));
