import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { csvRows } from '@/lib/core/csv';
import { parseDecimal } from '@/lib/core/decimal';
import { isUuid } from '@/lib/core/keys';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { isAlone } from '@/lib/earnings/closing';
import { unwatched, type Watch } from '@/lib/earnings/steps';
import { manualRail } from '../manual-rail';
import { mayDecide } from '../may-decide';
import { lockPayouts } from '../record';
import { confirmations } from '../schema';
import { asOnlyWorker } from '../steps';
import { handOver } from './hand-over';
import { bounce, fail, settle } from './look-after';

/** Payouts in one file at most. */
const IN_A_FILE = 1_000;

/** Makes a file of what waits to be paid by hand; null when nothing does, or the rail is stopped. @throws Refused `not-allowed`, `conflict` while another is made */
export async function makeFile(by: Member, now = new Date(), watch: Watch = unwatched): Promise<string | null> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const made = await asOnlyWorker('manual', async () => ({
    id: await handOver({ name: 'manual', rail: manualRail, now, watch, most: IN_A_FILE, byId: by.id }),
  }));
  if (!made) throw new Refused('conflict');
  return made.id;
}

/** What is wrong with a line, and which: the first line under the head is 2. */
export type LineFault = 'no-payout' | 'own' | 'outcome' | 'amount' | 'not-handed-over' | 'said-otherwise' | 'second' | 'no-reference';

export interface Confirmed {
  paid: number;
  failed: number;
  /** Paid before, and come back since. */
  returned: number;
  /** Lines that said what was known already. */
  known: number;
  faults: { line: number; fault: LineFault }[];
}

/**
 * Takes the operator's file back: each line says of one payout that it was `paid`, `failed`, or `returned` after it was paid, and how much
 * it was. A line that is wrong
 * changes nothing and is named; the others are done. The same file again changes nothing.
 * @throws Refused `not-allowed`, `invalid` without the columns `payout`, `amount` and `outcome`
 */
export async function importConfirmations(by: Member, input: unknown, now = new Date()): Promise<Confirmed> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  const [head = [], ...rows] = csvRows(parse(confirmations, input).lines);
  const names = head.map((name) => name.toLowerCase());
  const [payout, amount, outcome, reference] = ['payout', 'amount', 'outcome', 'reference'].map((name) => names.indexOf(name)) as Places;
  if (payout < 0 || amount < 0 || outcome < 0) throw new Refused('invalid', { fields: { lines: 'payout-no-columns' } });
  const all: Confirmed = { paid: 0, failed: 0, returned: 0, known: 0, faults: [] };
  for (const [nth, row] of rows.entries()) {
    const line = {
      id: row[payout] ?? '',
      amount: row[amount] ?? '',
      outcome: (row[outcome] ?? '').toLowerCase(),
      reference: row[reference] ?? '',
    };
    // Not filled in yet.
    if (line.outcome === '') continue;
    const said = await db.$transaction((tx) => confirmOne(tx, by, line, now));
    if (said === 'paid' || said === 'failed' || said === 'returned' || said === 'known') all[said] += 1;
    else all.faults.push({ line: nth + 2, fault: said });
  }
  return all;
}

const OUTCOMES = ['paid', 'failed', 'returned'] as const;
type Said = (typeof OUTCOMES)[number] | 'known';

type Places = [number, number, number, number];

async function confirmOne(
  tx: Tx,
  by: Member,
  { id, amount, outcome, reference }: { id: string; amount: string; outcome: string; reference: string },
  now: Date,
): Promise<Said | LineFault> {
  if (!isUuid(id)) return 'no-payout';
  const [row] = await lockPayouts(tx, [id]);
  if (row?.rail !== 'manual') return 'no-payout';
  if (!(await mayDecide(tx, by, row, now))) return 'own';
  const said = OUTCOMES.find((one) => one === outcome);
  if (!said) return 'outcome';
  const { decimals } = await tx.payoutSetting.findFirstOrThrow({ where: { payouts: { some: { id } } }, select: { decimals: true } });
  // Half of the world's spreadsheets write a comma there; as what it is not, it is another amount.
  if ((parseDecimal(amount, decimals) ?? parseDecimal(amount.replace(',', '.'), decimals)) !== row.units) return 'amount';
  if (row.state === (said === 'paid' ? 'settled' : 'failed')) return 'known';
  const note = reference.slice(0, 200);
  if (row.state === 'settled' && said === 'returned') {
    if (note.trim() === '') return 'no-reference';
    // With it they are paid again: not by the word of one.
    const payer = await tx.payoutEvent.findFirst({ where: { payoutId: id, to: 'settled' }, select: { byId: true } });
    if (payer?.byId === by.id && !(await isAlone(tx, by, { since: row.createdAt, now }))) return 'second';
    await bounce(tx, row, { now, byId: by.id, note });
    return said;
  }
  if (row.state === 'settled' || row.state === 'failed') return 'said-otherwise';
  if (row.state !== 'submitted') return 'not-handed-over';
  if (said === 'paid') await settle(tx, row, now, { byId: by.id, note });
  else await fail(tx, row, { reason: `operator-${said}`, now, byId: by.id, note });
  await endSendings(tx, id, now);
  return said;
}

/** A file ends when each of its payouts has. Of two that end at once the second has waited for the first at the clearing, and sees both. */
async function endSendings(tx: Tx, payoutId: string, now: Date): Promise<void> {
  await tx.payoutSubmission.updateMany({
    where: { rail: 'manual', endedAt: null, items: { some: { payoutId }, none: { payout: { state: 'submitted' } } } },
    data: { endedAt: now, outcome: 'settled' },
  });
}
