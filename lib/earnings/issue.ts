import 'server-only';
import type { Tx } from '@/lib/db/client';
import { openAccounts, type Posting } from '@/lib/ledger/commands';
import { availableOf, derivedId, ISSUED, pendingOf } from './names';

const POINTS = { asset: 'POINT' } as const;

interface Issue {
  /** What the posting's id follows from, so that the same is issued once. */
  name: string;
  kind: 'allocation' | 'correction';
  to: typeof pendingOf | typeof availableOf;
  /** By the account's code, the least unit of points. */
  shares: readonly { code: string; amount: bigint }[];
}

/** The posting of new points to people, whose accounts are opened where they have none. */
export async function issuing(tx: Tx, { name, kind, to, shares }: Issue): Promise<Posting> {
  const codes = shares.flatMap(({ code }) => [pendingOf(code), availableOf(code)]);
  await openAccounts(tx, [ISSUED], { ...POINTS, normal: 'debit' });
  await openAccounts(tx, codes, { ...POINTS, normal: 'credit' });
  const all = shares.reduce((sum, { amount }) => sum + amount, 0n);
  const lines = shares.map(({ code, amount }) => ({ account: to(code), amount }));
  return { id: derivedId(name), kind, lines: [{ account: ISSUED, amount: -all }, ...lines] };
}
