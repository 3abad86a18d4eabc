import 'server-only';
import { db } from '@/lib/db/client';
import { isTooMuch, rulesOfPoints } from '@/lib/earnings/most-worth';
import type { FaultCode, Found } from './found';
import type { Setting } from './setting';

/** Why nothing goes out by a rail until an admin has looked, whatever the rail itself says. */
export type Doubt =
  /** The last audit of the ledger found faults. */
  | 'ledger'
  /** The last comparison of the rail with the ledger did. */
  | 'reconciliation'
  /** It pays more for points than forging accounts costs. */
  | 'worth';

/** Faults that say that money went, or would go, where the ledger knows nothing of it. */
const GRAVE: readonly FaultCode[] = ['not-on-chain', 'clearing', 'paid', 'treasury'];

/** Faults found of the ledger and the rail that no admin has looked at since, and a price that is too high for as long as it is. */
export async function doubtOf(setting: Setting, now: Date): Promise<Doubt | null> {
  if (isTooMuch(setting, await rulesOfPoints(now))) return 'worth';
  const audit = await db.ledgerAudit.findFirst({ orderBy: { at: 'desc' }, select: { at: true, faults: true } });
  if (audit && (audit.faults as unknown as unknown[]).length > 0 && !(await wasLookedAt(setting.rail, 'ledger', audit.at))) return 'ledger';
  const last = await db.payoutReconciliation.findFirst({ where: { rail: setting.rail }, orderBy: { at: 'desc' } });
  const faults = (last?.faults ?? []) as unknown as Found[];
  const grave = faults.some(({ code }) => GRAVE.includes(code));
  return last && grave && !(await wasLookedAt(setting.rail, 'reconciliation', last.at)) ? 'reconciliation' : null;
}

const wasLookedAt = async (rail: string, code: Doubt, since: Date): Promise<boolean> =>
  (await db.payoutFault.count({ where: { rail, code, clearedAt: { gte: since } } })) > 0;
