import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { Watch } from '@/lib/earnings/steps';
import { fromClearing, lockFor, paid, setAside, unpaid } from '../points';
import { type Rail, type RailStatus, type Refused, readRefusal, type Submitted, writtenRefusal } from '../rail';
import { lockPayouts, type PayoutRow, take } from '../record';
import { stopRail } from '../steps';

interface Looking {
  name: string;
  rail: Rail;
  now: Date;
  watch: Watch;
}

/** How often a payout is handed over before a person looks at it. */
const MOST_ROUNDS = 5;

/**
 * Asks what became of a sending and does what follows. What is not known for certain is sent again, the very same bytes, and stays
 * open, however long that takes. @returns whether it has ended
 */
export async function lookAfter(submitted: Submitted, { name, rail, now, watch }: Looking): Promise<boolean> {
  const status = await rail.status(submitted);
  watch('look after: asked');
  if (status.kind === 'unknown') {
    await sendOnce(submitted, { name, rail, now, watch });
    return false;
  }
  await db.$transaction(async (tx) => {
    await conclude(tx, submitted, { name, status, now });
    watch('look after: concluded, not committed');
  });
  watch('look after: concluded');
  return true;
}

/** Sends what is written down, and keeps what the rail says of it. */
export async function sendOnce(submitted: Submitted, { name, rail, watch }: Looking): Promise<void> {
  const refused = await rail.send(submitted);
  watch('send: sent');
  await db.$transaction(async (tx) => {
    // Too old: that is no news, and what was said before says more.
    const kept = refused && (refused.refusal !== 'stale' || submitted.refusal === null) ? { refusal: writtenRefusal(refused) } : {};
    await tx.payoutSubmission.updateMany({ where: { id: submitted.id, endedAt: null }, data: { sends: { increment: 1 }, ...kept } });
    if (refused) await stopRail(tx, name, refused);
  });
  watch('send: noted');
}

/** Ends a sending, once: pays its payouts off in the ledger, or gives them back to wait or to their people. */
async function conclude(
  tx: Tx,
  { id, items }: Submitted,
  { name, status, now }: { name: string; status: RailStatus; now: Date },
): Promise<void> {
  const [open] = await tx.$queryRaw<{ refusal: string | null }[]>`
    SELECT refusal FROM payout_submission WHERE id = ${id}::uuid AND "endedAt" IS NULL FOR NO KEY UPDATE`;
  if (!open) return;
  const rows = await lockPayouts(
    tx,
    items.map(({ payoutId }) => payoutId),
  );
  const why = status.kind === 'refused' ? status.why : readRefusal(open.refusal);
  if (status.kind === 'refused') await stopRail(tx, name, status.why);
  await lockFor(tx, rows);
  for (const row of rows) {
    if (row.state !== 'submitted') continue;
    if (status.kind === 'settled') await settle(tx, row, now);
    else if (why?.payoutId === row.id) await fail(tx, row, { reason: why.refusal, now });
    else await giveBackToWait(tx, row, why, now);
  }
  await tx.payoutSubmission.update({ where: { id }, data: { outcome: status.kind, endedAt: now } });
}

export async function settle(tx: Tx, row: PayoutRow, now: Date, more: { byId?: string; note?: string } = {}): Promise<void> {
  await take(tx, row, 'settle', { reason: 'paid', now, ...more });
  await paid(tx, row);
}

export async function fail(tx: Tx, row: PayoutRow, why: { reason: string; now: Date; byId?: string; note?: string }): Promise<void> {
  await take(tx, row, 'fail', why);
  await fromClearing(tx, row);
}

/** Ends a payout by hand that came back after it was paid: its points are the person's again. */
export async function bounce(tx: Tx, row: PayoutRow, why: { now: Date; byId: string; note: string }): Promise<void> {
  await take(tx, row, 'bounce', { reason: 'operator-returned', ...why });
  await unpaid(tx, row);
}

async function giveBackToWait(tx: Tx, row: PayoutRow, why: Refused | null, now: Date): Promise<void> {
  await take(tx, row, 'return', { reason: why?.refusal ?? 'not-landed', now });
  await fromClearing(tx, row);
  await setAside(tx, row);
  if (row.round >= MOST_ROUNDS) await take(tx, { ...row, state: 'reserved' }, 'hold', { reason: 'too-often', now });
}
