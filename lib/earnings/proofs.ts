import 'server-only';
import { provesAt } from '@/lib/accounts/proof';
import { proofFactsOf } from '@/lib/accounts/proofs';
import type { Tx } from '@/lib/db/client';
import type { Proof } from './tier';

/** What each of these people has proven, as it stands at `at`. */
export type ProofsOf = (tx: Tx, memberIds: readonly string[], at: Date) => Promise<ReadonlyMap<string, readonly Proof[]>>;

/** What counts for them at `at` and makes an account dearer to forge. A passkey proves nobody: it only links. */
export const proofsOf: ProofsOf = async (tx, memberIds, at) => {
  const proven = new Map<string, Proof[]>();
  for (const [memberId, facts] of await proofFactsOf(tx, memberIds, at)) {
    const own = facts.flatMap((fact): Proof[] =>
      fact.kind === 'passkey' || !provesAt(fact, at.getTime()) ? [] : [{ tier: fact.kind, since: new Date(fact.from) }],
    );
    if (own.length > 0) proven.set(memberId, own);
  }
  return proven;
};
