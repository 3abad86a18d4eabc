import 'server-only';
import { provesAt } from '@/lib/accounts/proof';
import { proofFactsOf } from '@/lib/accounts/proofs';
import type { Tx } from '@/lib/db/client';

/** Which of these people have proven to an admin who they are, with nothing that another account showed before. */
export async function identifiedAmong(tx: Tx, memberIds: readonly string[], now: Date): Promise<Set<string>> {
  const facts = await proofFactsOf(tx, memberIds, now);
  return new Set(memberIds.filter((id) => facts.get(id)?.some((fact) => fact.kind === 'identity' && provesAt(fact, now.getTime()))));
}
