import 'server-only';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { seal } from '@/lib/ledger/commands';
import { auditFaults, ledgerFigures } from '@/lib/ledger/queries';

const AT_ONCE = 1_000;
const KEPT_DAYS = 90;

/** Seals what waits, counts every rule of the ledger again, and keeps what it found. A fault is an error in the log too. */
export async function auditLedger(now = new Date()): Promise<void> {
  while ((await seal(db, AT_ONCE)) === AT_ONCE);
  const faults = await auditFaults();
  const { transactions, lines, sealed, head } = await ledgerFigures();
  const found = faults.map(({ fault, what }) => ({ fault, what }));
  await db.ledgerAudit.create({ data: { at: now, transactions, lines, sealed, head, faults: found } });
  await db.ledgerAudit.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) } } });
  if (found.length > 0) log.error({ faults: found }, 'the ledger does not hold');
}
