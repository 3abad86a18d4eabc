import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { log } from '@/lib/core/log';
import { Refused } from '@/lib/core/refused';
import { db, type Prisma } from '@/lib/db/client';
import { availableOf } from '@/lib/earnings/names';
import { balanceOf } from '@/lib/ledger/queries';
import { GRAVE } from '../doubt';
import { settingOf } from '../facts';
import type { Found } from '../found';
import { CLEARING, holdId, paidBy, settleId } from '../points';
import type { Rail, Submitted } from '../rail';
import { railOf } from '../rails';
import { RAILS, type RailName } from '../setting';
import { settled as settledIn } from '../spent';
import { stop } from '../steps';

const DAY = 86_400_000;
/** Sendings of how many days are looked up again. */
const LOOKED_UP = 3;
const KEPT_DAYS = 400;
/** How long a payout may be on its way: by hand a file may take its days. */
const OPEN_DAYS: Record<RailName, number> = { manual: 7, solana: 1 };

/** Compares every rail with the ledger and keeps what it found; a fault is an error in the log too. */
export async function reconcile(now = new Date(), rails: Partial<Record<RailName, Rail>> = {}): Promise<void> {
  for (const name of RAILS) await reconcileRail(name, rails[name] ?? (await railOf(name)), now);
}

/** The same, asked for by an admin. @throws Refused `not-allowed` */
export async function reconcileNow(by: Member): Promise<void> {
  if (!isAdmin(by)) throw new Refused('not-allowed');
  await takeTurn('account', by);
  await reconcile();
}

async function reconcileRail(name: RailName, rail: Rail | null, now: Date): Promise<void> {
  const of = { where: { rail: name } };
  if ((await db.payout.count(of)) === 0 && (await db.payoutSetting.count(of)) === 0) return;
  const faults = [...(await againstLedger(name, now)), ...(await againstRail(name, rail, now))];
  // What is kept was paid before the treasury was looked at, what it is held against includes all that could have left by then.
  const { settled } = await unitsOf(name);
  const asked = await treasuryOf(rail);
  if (asked === 'away') faults.push({ code: 'not-asked', what: 'treasury' });
  const treasury = asked === 'away' ? null : asked;
  const { book, faults: missing } = await leak(name, treasury, { before: settled, ...(await unitsOf(name)) });
  faults.push(...missing);
  const open = await db.payout.count({ where: { rail: name, state: 'submitted' } });
  const clearing = (await balanceOf(CLEARING)).posted;
  // Beside a treasury they are units of its own; of what has none the sum is only told.
  const told = book === null ? await settledNow(name) : settled;
  const data = { rail: name, at: now, treasury, book, settled: told, open, clearing, faults: faults as unknown as Prisma.InputJsonValue };
  await db.payoutReconciliation.create({ data });
  if (faults.some(({ code }) => GRAVE.includes(code))) await stop(db, name, 'reconciliation');
  await db.payoutReconciliation.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEPT_DAYS * DAY) } } });
  if (faults.length > 0) log.error({ rail: name, faults }, 'payouts and the ledger do not agree');
}

/** The ledger beside the payouts, of all rails where it is one account. */
async function againstLedger(name: RailName, now: Date): Promise<Found[]> {
  const faults: Found[] = [];
  // In one statement, so that nothing moves in between.
  const [sums] = await db.$queryRaw<{ way: bigint; settled: bigint; clearing: bigint; paid: bigint }[]>`
    SELECT coalesce(sum(points) FILTER (WHERE state = 'submitted'), 0)::bigint AS way,
      coalesce(sum(points) FILTER (WHERE state = 'settled' AND rail = ${name}), 0)::bigint AS settled,
      coalesce((SELECT posted FROM ledger.account WHERE code = ${CLEARING}), 0) AS clearing,
      coalesce((SELECT posted FROM ledger.account WHERE code = ${paidBy(name)}), 0) AS paid FROM payout`;
  if (sums && sums.clearing !== sums.way) faults.push({ code: 'clearing', what: `${sums.clearing} ${sums.way}` });
  if (sums && sums.paid !== sums.settled) faults.push({ code: 'paid', what: `${sums.paid} ${sums.settled}` });
  faults.push(...(await notHeld(name)));
  const late = await db.payout.findMany({
    where: { rail: name, state: 'submitted', submittedAt: { lt: new Date(now.getTime() - OPEN_DAYS[name] * DAY) } },
    select: { id: true },
    take: 50,
  });
  faults.push(...late.map(({ id }): Found => ({ code: 'open-too-long', what: id })));
  return faults;
}

/** Payouts that wait and have nothing set aside. A hold that is open is in no seal: whoever owns the database could let one vanish. */
async function notHeld(rail: RailName): Promise<Found[]> {
  const waiting = await db.payout.findMany({ where: { rail, state: { in: ['held', 'reserved'] } } });
  const [ids, rounds] = [waiting.map(({ id }) => id), waiting.map(({ round }) => round)];
  // In one statement, so that nothing moves in between.
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM unnest(${ids}::uuid[], ${rounds}::int[], ${waiting.map(holdId)}::uuid[], ${waiting.map(({ account }) => availableOf(account))}::text[])
      AS n (id, round, hold, account) JOIN payout p ON p.id = n.id AND p.round = n.round
    WHERE p.state IN ('held', 'reserved') AND NOT EXISTS (
      SELECT FROM ledger.hold h JOIN ledger.account a ON a.id = h.account
      WHERE h.id = n.hold AND h.state = 'open' AND h.amount = p.points AND a.code = n.account)`;
  return rows.map(({ id }): Found => ({ code: 'not-held', what: id }));
}

/** What was settled or given back lately, as the rail says it now, and its entry in the ledger. */
async function againstRail(name: RailName, rail: Rail | null, now: Date): Promise<Found[]> {
  const ended = await db.payoutSubmission.findMany({
    where: { rail: name, endedAt: { gte: new Date(now.getTime() - LOOKED_UP * DAY) }, outcome: { not: null } },
    include: { items: { orderBy: { nth: 'asc' }, select: { payoutId: true, opens: true, payout: { select: { state: true } } } } },
  });
  const faults: Found[] = [];
  for (const one of ended) {
    for (const { payoutId, payout } of one.items) {
      if (payout.state !== 'settled' || one.outcome !== 'settled') continue;
      const [entry] = await db.$queryRaw<unknown[]>`SELECT 1 FROM ledger.tx WHERE id = ${settleId({ id: payoutId })}::uuid`;
      if (!entry) faults.push({ code: 'paid', what: payoutId });
    }
    if (name === 'manual' || !rail) continue;
    const said = await kindOf(rail, one);
    if (said === 'away') return [...faults, { code: 'not-asked', what: one.externalId }];
    // A node that remembers less than that says nothing against it.
    if (said === 'unknown' && one.outcome === 'settled') {
      faults.push({ code: 'not-asked', what: one.externalId });
      continue;
    }
    const agrees = one.outcome === 'settled' ? said === 'settled' : said !== 'settled';
    if (!agrees) faults.push({ code: 'not-on-chain', what: one.externalId });
  }
  return faults;
}

const kindOf = async (rail: Rail, one: Submitted) =>
  rail.status(one).then(
    ({ kind }) => kind,
    () => 'away' as const,
  );

const treasuryOf = async (rail: Rail | null) => (rail ? rail.treasury().catch(() => 'away' as const) : null);

interface Leak {
  /** What the treasury would have if only what is settled had left it; null where nobody can be asked. */
  book: bigint | null;
  faults: Found[];
}

/**
 * Whether more is missing from the treasury than was paid and is on its way. What is missing now and may be on its way stays in the
 * book, so that it is missing still where something else took it. What came in is the operator's own.
 */
async function leak(rail: string, treasury: bigint | null, { before, settled, way }: Units & { before: bigint }): Promise<Leak> {
  if (treasury === null) return { book: null, faults: [] };
  const last = await db.payoutReconciliation.findFirst({ where: { rail, book: { not: null } }, orderBy: { at: 'desc' } });
  if (last?.book == null) return { book: treasury, faults: [] };
  const least = last.book - (settled - last.settled) - way;
  if (treasury < least) return { book: treasury, faults: [{ code: 'treasury', what: `${treasury} ${least}` }] };
  const due = last.book - (before - last.settled);
  return { book: treasury < due ? due : treasury, faults: [] };
}

interface Units {
  settled: bigint;
  way: bigint;
}

/** What was paid by a rail and what is on its way, at one instant. */
async function unitsOf(rail: string): Promise<Units> {
  const [row] = await db.$queryRaw<Units[]>`
    SELECT coalesce(sum(units) FILTER (WHERE state = 'settled'), 0)::bigint AS settled,
      coalesce(sum(units) FILTER (WHERE state = 'submitted'), 0)::bigint AS way FROM payout WHERE rail = ${rail}`;
  return row ?? { settled: 0n, way: 0n };
}

/** What was paid by a rail in all, in the digits of its unit now. */
async function settledNow(name: RailName): Promise<bigint> {
  const decimals = (await settingOf(db, name))?.decimals ?? 0;
  const [row] = await db.$queryRaw<{ units: bigint }[]>`SELECT units::bigint FROM (${settledIn({ name, decimals })}) AS paid`;
  return row?.units ?? 0n;
}
