import 'server-only';
import { provesAt } from '@/lib/accounts/proof';
import { proofFactsOf } from '@/lib/accounts/proofs';
import type { Tx } from '@/lib/db/client';

/** Whether somebody has proven to an admin who they are, with nothing that another account showed before. */
export async function isIdentified(tx: Tx, memberId: string, now: Date): Promise<boolean> {
  const facts = (await proofFactsOf(tx, [memberId], now)).get(memberId) ?? [];
  return facts.some((fact) => fact.kind === 'identity' && provesAt(fact, now.getTime()));
}
