import 'server-only';
import { db, type Tx } from '@/lib/db/client';

export interface Balance {
  /** In the account's normal direction, what is held included. Smallest units. */
  posted: bigint;
  held: bigint;
}

/** What an account has; nothing where there is none. */
export async function balanceOf(code: string, tx: Tx = db): Promise<Balance> {
  const [row] = await tx.$queryRaw<Balance[]>`SELECT posted, held FROM ledger.account WHERE code = ${code}`;
  return row ?? { posted: 0n, held: 0n };
}

export interface Fault {
  fault: string;
  what: string;
}

/** What is wrong with the ledger, each rule counted again from its lines; empty while all is well. At most `most` faults. */
export const auditFaults = (most = 100): Promise<Fault[]> => db.$queryRaw<Fault[]>`SELECT fault, what FROM ledger.audit LIMIT ${most}`;

/** How much there is of everything, and the head of the chain, which anyone may keep to compare later. */
export async function ledgerFigures(): Promise<{ accounts: number; transactions: number; lines: number; sealed: number; head: string }> {
  const [row] = await db.$queryRaw<{ accounts: number; transactions: number; lines: number; sealed: number; head: string }[]>`
    SELECT (SELECT count(*) FROM ledger.account)::int AS accounts, (SELECT count(*) FROM ledger.tx)::int AS transactions,
      (SELECT count(*) FROM ledger.entry)::int AS lines, (SELECT count(*) FROM ledger.seal)::int AS sealed,
      coalesce((SELECT encode(hash, 'hex') FROM ledger.seal ORDER BY seq DESC LIMIT 1), '') AS head`;
  return row ?? { accounts: 0, transactions: 0, lines: 0, sealed: 0, head: '' };
}
