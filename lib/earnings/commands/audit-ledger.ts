import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { sealAll } from '@/lib/ledger/commands';
import { auditFaults, type Fault, ledgerFigures } from '@/lib/ledger/queries';
import { saidHeads } from '../figures';
import { issuedFaults } from '../issued-faults';
import { publishedFaults } from '../published-faults';

const KEPT_DAYS = 90;

/** Seals what waits, so that little can be changed before anybody would see it. */
export const sealLedger = (): Promise<void> => sealAll(db);

/**
 * What is wrong with the ledger by itself, beside the heads that were said, and beside what was divided and published; empty while all is
 * well. Of what was published a `night` looks at a part.
 */
export const ledgerFaults = async (night?: number): Promise<Fault[]> => [
  ...(await auditFaults(await saidHeads())),
  ...(await issuedFaults()),
  ...(await publishedFaults(night)),
];

/**
 * Seals what waits, counts every rule of the ledger again, looks for the heads of the nights before in its chain, holds what was issued
 * against what was divided and the published against its hashes, and keeps what it found. A fault is an error in the log too.
 */
export async function auditLedger(now = new Date()): Promise<void> {
  await sealAll(db);
  const faults = await ledgerFaults(Math.floor(now.getTime() / 86_400_000));
  const { transactions, lines, sealed, head } = await ledgerFigures();
  const found = faults.map(({ fault, what }) => ({ fault, what }));
  await db.$transaction(async (tx) => {
    await tx.ledgerAudit.create({ data: { at: now, transactions, lines, sealed, head, faults: found } });
    // The head is said there, so that anyone may keep it.
    await purge(tx, cacheTag.earn);
  });
  await db.ledgerAudit.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) } } });
  if (found.length > 0) log.error({ faults: found }, 'the ledger does not hold');
}
