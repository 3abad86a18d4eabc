import 'server-only';
import type { Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { after, type PayoutState, type PayoutStep } from './state';

/** A payout as steps need it. */
export interface PayoutRow {
  id: string;
  memberId: string | null;
  account: string;
  rail: string;
  state: PayoutState;
  points: bigint;
  units: bigint;
  destination: string;
  round: number;
  createdAt: Date;
}

/** Of these payouts the rows, held until the transaction ends, in the order of their accounts in the ledger: whoever holds several holds them so. */
export const lockPayouts = (tx: Tx, ids: readonly string[]): Promise<PayoutRow[]> => tx.$queryRaw<PayoutRow[]>`
  SELECT p.id, p."memberId", p.account, p.rail, p.state::text AS state, p.points, p.units, p.destination, p.round, p."createdAt"
  FROM payout p LEFT JOIN ledger.account a ON a.code = 'user:' || p.account || ':available'
  WHERE p.id = ANY (${[...ids]}::uuid[]) ORDER BY a.id, p.id FOR NO KEY UPDATE OF p`;

interface Why {
  /** A code of the catalogue's `payouts.reasons`. */
  reason: string;
  /** Words to the person. */
  note?: string;
  byId?: string | null;
  now: Date;
}

/** What a person did not do themselves, and waits to hear. */
const TOLD: readonly string[] = [
  'gates-shut',
  'unit-changed',
  'admin-hold',
  'admin-approve',
  'admin-cancel',
  'paid',
  'operator-failed',
  'operator-returned',
  'destination-refuses',
  'destination-unreadable',
  'account-closed',
  'too-often',
];

/** Takes a payout, whose row the caller holds, one step on and writes it down. @throws Error for a step that is not allowed: nobody offers one */
export async function take(
  tx: Tx,
  row: { id: string; state: PayoutState; rail: string },
  step: PayoutStep,
  why: Why,
): Promise<PayoutState> {
  const to = after(row.state, step);
  if (!to) throw new Error(`a payout that is ${row.state} cannot ${step}`);
  const ended = to === 'settled' || to === 'failed' || to === 'cancelled';
  await tx.payout.update({
    where: { id: row.id, state: row.state },
    data: {
      state: to,
      ...(ended ? { endedAt: why.now } : {}),
      // What went out on a day is what counts for its cap.
      ...(to === 'reserved' || to === 'failed' ? { submittedAt: null } : {}),
      // Who pays by hand needs it until then; the chain has the address for ever.
      ...(ended && row.rail === 'manual' ? { destination: '' } : {}),
    },
  });
  await writeEvent(tx, { payoutId: row.id, from: row.state, to, ...why });
  if (TOLD.includes(why.reason)) await enqueue(tx, 'mail.payout', { payoutId: row.id });
  return to;
}

interface Event extends Why {
  payoutId: string;
  from: PayoutState | null;
  to: PayoutState;
}

/** Adds to what happened to a payout. The caller holds its row. */
export async function writeEvent(tx: Tx, { payoutId, from, to, reason, note = '', byId = null, now }: Event): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO payout_event ("payoutId", nth, "from", "to", reason, note, "byId", "createdAt")
    SELECT ${payoutId}::uuid, coalesce(max(nth), 0) + 1, ${from}::"PayoutState", ${to}::"PayoutState", ${reason}, ${note}, ${byId}::uuid, ${now}
    FROM payout_event WHERE "payoutId" = ${payoutId}::uuid`;
}
