import 'server-only';
import type { Tx } from '@/lib/db/client';

/** Of what an account's balance is counted in its normal direction: what people have is credit, what was issued is debit. */
export type Normal = 'debit' | 'credit';

export interface Line {
  /** The account's code. */
  account: string;
  /** In the asset's smallest unit; above 0 is credit. Never 0. */
  amount: bigint;
}

export interface Posting {
  /** The idempotency key. */
  id: string;
  /** What it is for, in one word or two: `emission`, `allocation`, `claw-back`. */
  kind: string;
  lines: readonly Line[];
  /** The transaction that this takes back, whole. */
  reverses?: string;
}

/** Opens what is not there yet. @throws when one is there with another asset or side */
export async function openAccounts(tx: Tx, codes: readonly string[], { asset, normal }: { asset: string; normal: Normal }): Promise<void> {
  await tx.$queryRaw`SELECT ledger.open_accounts(${[...codes]}::text[], ${asset}, ${normal}::ledger.normal_side)::text`;
}

/**
 * Posts a transaction, exactly once: `exists` when the same was posted before, and an error when the id was used for anything else.
 * The lines sum to 0 in each asset, and no account's balance less what is held falls below 0.
 */
export async function post(tx: Tx, { id, kind, lines, reverses }: Posting): Promise<'posted' | 'exists'> {
  const [row] = await tx.$queryRaw<{ said: 'posted' | 'exists' }[]>`
    SELECT ledger.post(${id}::uuid, ${kind}, ${codesOf(lines)}::text[], ${amountsOf(lines)}::bigint[], ${reverses ?? null}::uuid) AS said`;
  return row?.said ?? 'exists';
}

/** Locks accounts together, in their order: whoever posts more than once in a transaction does so before. */
export async function lockAccounts(tx: Tx, codes: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT ledger.lock_accounts(${[...codes]}::text[])::text`;
}

/**
 * Posts several in one transaction: their accounts are locked together first, so that two who do so never wait for one another in a
 * ring. A transaction that posts more than once does it by this.
 */
export async function postAll(tx: Tx, postings: readonly Posting[]): Promise<void> {
  const codes = [...new Set(postings.flatMap(({ lines }) => codesOf(lines)))];
  if (postings.length > 1) await lockAccounts(tx, codes);
  for (const posting of postings) await post(tx, posting);
}

/** Sets part of an account's balance aside, so that nothing else can take it. */
export async function createHold(
  tx: Tx,
  { id, account, amount }: { id: string; account: string; amount: bigint },
): Promise<'held' | 'exists'> {
  const [row] = await tx.$queryRaw<{ said: 'held' | 'exists' }[]>`SELECT ledger.hold_create(${id}::uuid, ${account}, ${amount}) AS said`;
  return row?.said ?? 'exists';
}

/** Ends a hold by the posting that it was for. */
export async function postHold(tx: Tx, holdId: string, { id, kind, lines }: Omit<Posting, 'reverses'>): Promise<'posted' | 'exists'> {
  const [row] = await tx.$queryRaw<{ said: 'posted' | 'exists' }[]>`
    SELECT ledger.hold_post(${holdId}::uuid, ${id}::uuid, ${kind}, ${codesOf(lines)}::text[], ${amountsOf(lines)}::bigint[]) AS said`;
  return row?.said ?? 'exists';
}

/** Ends a hold without a posting: the amount is free again. */
export async function voidHold(tx: Tx, holdId: string): Promise<'voided' | 'exists'> {
  const [row] = await tx.$queryRaw<{ said: 'voided' | 'exists' }[]>`SELECT ledger.hold_void(${holdId}::uuid) AS said`;
  return row?.said ?? 'exists';
}

/** Seals at most `most` transactions into the chain, as many as two seconds take; answers how many there were, 0 when none waits. */
export async function seal(tx: Tx, most = 1_000): Promise<number> {
  const [row] = await tx.$queryRaw<{ sealed: number }[]>`SELECT ledger.seal(${most}::int) AS sealed`;
  return row?.sealed ?? 0;
}

/** Seals all that waits. */
export async function sealAll(tx: Tx): Promise<void> {
  while ((await seal(tx)) > 0);
}

const codesOf = (lines: readonly Line[]): string[] => lines.map(({ account }) => account);
const amountsOf = (lines: readonly Line[]): string[] => lines.map(({ amount }) => String(amount));
