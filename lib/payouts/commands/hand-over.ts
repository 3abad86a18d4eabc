import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import type { Watch } from '@/lib/earnings/steps';
import { midnight } from '@/lib/reading/slots';
import { closedAmong, dearAmong, lockPayees } from '../closed';
import { doubtOf } from '../doubt';
import { settingOf } from '../facts';
import { linkPaid } from '../linked-accounts';
import { lockFor, toClearing } from '../points';
import type { Payable, Prepared, Rail } from '../rail';
import { lockPayouts, take, writeEvent } from '../record';
import type { RailName } from '../setting';
import { spent } from '../spent';
import { isStopped, stop, stopRail } from '../steps';

interface Handing {
  name: RailName;
  rail: Rail;
  now: Date;
  watch: Watch;
  /** Payouts in one sending at most. */
  most: number;
  /** The admin who makes it by hand. */
  byId?: string;
}

/**
 * Makes the next sending of a rail and writes it down with what it takes from the ledger, in one transaction: from then on it may be
 * sent, and not before. @returns its id; null when there is nothing to send, the day's cap is reached, or the rail is off or stopped, as it is
 * from now on where the ledger, the rail or its price is in doubt
 */
export async function handOver({ name, rail, now, watch, most, byId }: Handing): Promise<string | null> {
  const setting = await settingOf(db, name);
  if (!setting?.on || (await isStopped(db, name))) return null;
  const doubt = await doubtOf(setting, now);
  if (doubt !== null) {
    await stop(db, name, doubt);
    return null;
  }
  const { dailyCap: cap, unit, decimals } = setting;
  const limits = { name, cap, unit, decimals, day: midnight(now), byId: byId ?? null };
  let prepared: Prepared | null = null;
  while (prepared === null) {
    const payables = await nextOpen(limits, most, now);
    if (payables.length === 0) return null;
    const made = await rail.prepare(payables, limits.decimals);
    watch('hand over: prepared');
    if (!('refusal' in made)) prepared = made;
    else if (made.payoutId === null) {
      await stopRail(db, name, made);
      return null;
    } else {
      // The others go on without it.
      const { refusal, payoutId } = made;
      await db.$transaction((tx) => holdBack(tx, [payoutId], refusal, now));
    }
  }
  const sending = prepared;
  const id = await db.$transaction(async (tx) => {
    const written = await write(tx, sending, limits, now);
    watch('hand over: written, not committed');
    return written;
  });
  watch('hand over: committed');
  return id;
}

interface Limits {
  name: RailName;
  cap: bigint;
  /** What the rail pays in now, and its digits: what was asked for in others is never paid in these. */
  unit: string;
  decimals: number;
  day: Date;
  byId: string | null;
}

/** The payouts that are next. What must not go out any more is held on the way, until an admin has looked. */
async function nextOpen(limits: Limits, most: number, now: Date): Promise<Payable[]> {
  for (;;) {
    const next = await nextPayables(limits, most);
    const ids = next.map(({ id }) => id);
    const another = [...new Set([...next.flatMap(({ id, other }) => (other ? [id] : [])), ...(await dearAmong(db, ids, now))])];
    if (another.length > 0) {
      await db.$transaction((tx) => holdBack(tx, another, 'unit-changed', now));
      continue;
    }
    const closed = await closedAmong(db, limits.name, ids, now);
    if (closed.length === 0) return next;
    await db.$transaction(async (tx) => {
      await lockPayees(tx, closed);
      await holdBack(tx, await closedAmong(tx, limits.name, closed, now), 'gates-shut', now);
    });
  }
}

async function holdBack(tx: Tx, ids: readonly string[], reason: string, now: Date): Promise<void> {
  for (const row of await lockPayouts(tx, ids)) if (row.state === 'reserved') await take(tx, row, 'hold', { reason, now });
}

/**
 * The payouts that are next, as far as the day's cap goes, and with them whatever was asked for in another unit or in other digits. One
 * that is larger than any day waits for a larger cap.
 */
async function nextPayables(limits: Limits, most: number): Promise<(Payable & { other: boolean })[]> {
  const { name, cap, unit, decimals } = limits;
  return db.$queryRaw`
    WITH waiting AS (
      SELECT p.id, p.units, p.destination, p."createdAt", p.rail, p.account, s.unit, own.other,
        sum(CASE WHEN own.other THEN 0 ELSE p.units END) OVER (ORDER BY p."createdAt", p.id) AS running
      FROM payout p JOIN payout_setting s ON s.id = p."settingId"
        CROSS JOIN LATERAL (SELECT s.unit <> ${unit} OR s.decimals <> ${decimals}::int AS other) AS own
      WHERE p.rail = ${name} AND p.state = 'reserved' AND (own.other OR p.units <= ${cap})
    ), spent AS (${spent(limits)})
    SELECT w.id, w.units, w.destination, w.other, EXISTS (SELECT FROM payout q JOIN payout_item i ON i."payoutId" = q.id
        JOIN payout_submission b ON b.id = i."submissionId" JOIN payout_setting t ON t.id = q."settingId" AND t.unit = w.unit
        WHERE q.account = w.account AND q.rail = w.rail AND q.destination = w.destination AND i.opens AND b.outcome = 'settled') AS opened
    FROM waiting w, spent WHERE w.other OR w.running + spent.units <= ${cap}
    ORDER BY w."createdAt", w.id LIMIT ${most}`;
}

/** Writes a sending down, unless one of its payouts is not waiting any more or must not go out, or the day's cap would be passed: then nothing. */
async function write(tx: Tx, { items, ...sending }: Prepared, limits: Limits, now: Date): Promise<string | null> {
  const ids = items.map(({ payoutId }) => payoutId);
  await lockPayees(tx, ids);
  await lockPayouts(tx, ids);
  if ((await closedAmong(tx, limits.name, ids, now)).length > 0) return null;
  // To prepare may have taken a while: the rail may be off, stopped or set anew by now.
  const setting = await settingOf(tx, limits.name);
  if (!setting?.on || setting.unit !== limits.unit || setting.decimals !== limits.decimals || (await isStopped(tx, limits.name)))
    return null;
  // Whoever spends of this rail's day does so one after the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`payout.cap.${limits.name}`}, 0))::text`;
  const taken = await tx.$executeRaw`
    WITH wanted AS (SELECT id, units FROM payout WHERE id = ANY (${ids}::uuid[]) AND state = 'reserved'),
    spent AS (${spent(limits)}),
    fits AS (SELECT (SELECT count(*) FROM wanted) = ${ids.length} AND (SELECT sum(units) FROM wanted) + spent.units <= ${limits.cap} AS ok FROM spent)
    UPDATE payout p SET state = 'submitted', "submittedAt" = ${now}, round = round + 1 FROM wanted, fits WHERE fits.ok AND p.id = wanted.id`;
  if (taken === 0) return null;
  const { id } = await tx.payoutSubmission.create({
    data: { rail: limits.name, ...sending, createdAt: now, items: { create: items.map((item, nth) => ({ ...item, nth })) } },
    select: { id: true },
  });
  const rows = await lockPayouts(tx, ids);
  // Before the ledger's accounts are locked: who lifts a link locks the pair first, too.
  for (const row of rows) if (row.rail === 'manual') await linkPaid(tx, row);
  await lockFor(tx, rows);
  for (const row of rows) {
    await toClearing(tx, row);
    await writeEvent(tx, { payoutId: row.id, from: 'reserved', to: 'submitted', reason: 'handed-over', byId: limits.byId, now });
  }
  return id;
}
