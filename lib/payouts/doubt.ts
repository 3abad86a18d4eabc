import 'server-only';
import { db } from '@/lib/db/client';
import { isTooMuch, rulesOfPoints } from '@/lib/earnings/most-worth';
import type { FaultCode } from './found';
import type { Setting } from './setting';

/** Why nothing goes out by a rail until an admin has looked, whatever the rail itself says. */
export type Doubt =
  /** The last audit of the ledger found faults. */
  | 'ledger'
  /** A comparison of the rail with the ledger did. */
  | 'reconciliation'
  /** It pays more for points than forging accounts costs. */
  | 'worth';

/** Faults of a comparison that say that money went, or would go, where the ledger knows nothing of it: they stop the rail at once. */
export const GRAVE: readonly FaultCode[] = ['not-on-chain', 'clearing', 'paid', 'not-held', 'treasury'];

/** A price that is too high, for as long as it is; and faults of the ledger that no admin has looked at since they were found again. */
export async function doubtOf(setting: Setting, now: Date): Promise<Doubt | null> {
  if (isTooMuch(setting, await rulesOfPoints(now))) return 'worth';
  const audit = await db.ledgerAudit.findFirst({ orderBy: { at: 'desc' }, select: { at: true, faults: true } });
  if (audit && (audit.faults as unknown as unknown[]).length > 0 && !(await wasLookedAt(setting.rail, 'ledger', audit.at))) return 'ledger';
  return null;
}

const wasLookedAt = async (rail: string, code: Doubt, since: Date): Promise<boolean> =>
  (await db.payoutFault.count({ where: { rail, code, createdAt: { gte: since }, clearedAt: { not: null } } })) > 0;
