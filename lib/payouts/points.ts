import 'server-only';
import type { Tx } from '@/lib/db/client';
import { availableOf, derivedId } from '@/lib/earnings/names';
import { createHold, lockAccounts, openAccounts, type Posting, post, postAll, postHold, voidHold } from '@/lib/ledger/commands';

/** Where points are that were handed to a rail and not answered for yet: 0 when all is told. */
export const CLEARING = 'payout:clearing';
/** Where points end that were paid for. */
export const paidBy = (rail: string): string => `payout:paid:${rail}`;

interface Moved {
  id: string;
  account: string;
  rail: string;
  points: bigint;
  round: number;
}

// Ids follow from the payout and how often it was handed over: the same step again is the same entry.
export const holdId = ({ id, round }: Pick<Moved, 'id' | 'round'>): string => derivedId(`payout-hold:${id}:${round}`);
const submitId = ({ id, round }: Pick<Moved, 'id' | 'round'>): string => derivedId(`payout-submit:${id}:${round}`);
export const settleId = ({ id }: { id: string }): string => derivedId(`payout-settle:${id}`);

/** Locks whatever accounts the steps of these payouts may touch, together, so that nobody who touches several waits in a ring. */
export async function lockFor(tx: Tx, payouts: readonly Moved[]): Promise<void> {
  const rails = [...new Set(payouts.map(({ rail }) => rail))];
  await openAccounts(tx, [CLEARING, ...rails.map(paidBy)], { asset: 'POINT', normal: 'credit' });
  await lockAccounts(tx, [CLEARING, ...rails.map(paidBy), ...payouts.map(({ account }) => availableOf(account))]);
}

/** Sets a payout's points aside, so that nothing else can take them. @throws when there are fewer */
export async function setAside(tx: Tx, payout: Moved): Promise<void> {
  await createHold(tx, { id: holdId(payout), account: availableOf(payout.account), amount: payout.points });
}

/** Gives back what was set aside. */
export async function giveBack(tx: Tx, payout: Moved): Promise<void> {
  await voidHold(tx, holdId(payout));
}

/** Takes what was set aside for a round, which is this one less one, to the clearing. The caller holds `lockFor`. */
export async function toClearing(tx: Tx, payout: Moved): Promise<void> {
  const lines = [
    { account: availableOf(payout.account), amount: -payout.points },
    { account: CLEARING, amount: payout.points },
  ];
  await postHold(tx, holdId({ ...payout, round: payout.round - 1 }), { id: submitId(payout), kind: 'payout', lines });
}

/** Takes a payout's points from the clearing for good. */
export async function paid(tx: Tx, payout: Moved): Promise<void> {
  const lines = [
    { account: CLEARING, amount: -payout.points },
    { account: paidBy(payout.rail), amount: payout.points },
  ];
  await post(tx, { id: settleId(payout), kind: 'payout-paid', lines });
}

/** Takes a payout's points from the clearing back to the person. */
export const fromClearing = async (tx: Tx, payout: Moved): Promise<void> => void (await post(tx, toPerson(payout)));

const toPerson = (payout: Moved): Posting => ({
  id: derivedId(`payout-back:${payout.id}:${payout.round}`),
  kind: 'payout-back',
  lines: [
    { account: availableOf(payout.account), amount: payout.points },
    { account: CLEARING, amount: -payout.points },
  ],
  reverses: submitId(payout),
});

/** Takes the points of a payout that was paid, and came back, to the person again: both its postings are reversed. */
export async function unpaid(tx: Tx, payout: Moved): Promise<void> {
  const lines = [
    { account: CLEARING, amount: payout.points },
    { account: paidBy(payout.rail), amount: -payout.points },
  ];
  await postAll(tx, [
    { id: derivedId(`payout-unpaid:${payout.id}`), kind: 'payout-unpaid', lines, reverses: settleId(payout) },
    toPerson(payout),
  ]);
}
