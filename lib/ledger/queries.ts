import 'server-only';
import { askAtLength } from '@/lib/db/at-length';
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

export interface Entry {
  /** The transaction's id, what it was for, and when. */
  tx: string;
  kind: string;
  at: Date;
  /** The account's code, and what it had after this, in its normal direction. */
  account: string;
  amount: bigint;
  balance: bigint;
}

/** Every line of these accounts before `until`, in the order of time. Above 0 is credit. */
export const entriesOf = (codes: readonly string[], until: Date | null): Promise<Entry[]> => db.$queryRaw<Entry[]>`
  SELECT t.id AS tx, t.kind, t.at, a.code AS account, e.amount, e.balance_after AS balance
  FROM ledger.account a JOIN ledger.entry e ON e.account = a.id JOIN ledger.tx t ON t.id = e.tx
  WHERE a.code = ANY (${[...codes]}::text[]) AND (${until}::timestamptz IS NULL OR t.at < ${until}::timestamptz)
  ORDER BY t.at, e.account_version, a.code`;

export interface Fault {
  fault: string;
  what: string;
}

/** The chain's head as it was said once: so many transactions were sealed, and this was the last one's hash, in hex. */
export interface Head {
  sealed: number;
  head: string;
}

/**
 * What is wrong with the ledger, each rule counted again from its lines; empty while all is well. At most `most` faults. A head that
 * was `said` before and is not in the chain any more is one: a chain that was cut or made anew fits together, but not with it.
 */
export async function auditFaults(said: readonly Head[] = [], most = 100): Promise<Fault[]> {
  const [rows = [], gone = []] = await askAtLength([
    { text: 'SELECT fault, what FROM ledger.audit LIMIT $1', values: [most] },
    { text: GONE, values: [said.map(({ sealed }) => sealed), said.map(({ head }) => head)] },
  ]);
  return [...rows, ...gone].slice(0, most).map(({ fault, what }) => ({ fault: String(fault), what: String(what) }));
}

/** The heads, `$1` of how many and `$2` their hashes, that are not in the chain. */
export const GONE = `
SELECT 'L7: a head that was said is not in the chain' AS fault, n.sealed || ' ' || n.head AS what
FROM unnest($1::bigint[], $2::text[]) AS n (sealed, head) LEFT JOIN ledger.seal s ON s.seq = n.sealed
WHERE n.sealed > 0 AND encode(s.hash, 'hex') IS DISTINCT FROM n.head ORDER BY n.sealed`;

/** How much there is of everything, and the head of the chain, which anyone may keep to compare later. */
export async function ledgerFigures(): Promise<{ accounts: number; transactions: number; lines: number; sealed: number; head: string }> {
  const [[row] = []] = await askAtLength([{ text: FIGURES }]);
  const of = (name: string) => Number(row?.[name] ?? 0);
  const [accounts, transactions, lines, sealed] = [of('accounts'), of('transactions'), of('lines'), of('sealed')];
  return { accounts, transactions, lines, sealed, head: String(row?.head ?? '') };
}

const FIGURES = `
SELECT (SELECT count(*) FROM ledger.account) AS accounts, (SELECT count(*) FROM ledger.tx) AS transactions,
  (SELECT count(*) FROM ledger.entry) AS lines, (SELECT count(*) FROM ledger.seal) AS sealed,
  (SELECT encode(hash, 'hex') FROM ledger.seal ORDER BY seq DESC LIMIT 1) AS head`;
