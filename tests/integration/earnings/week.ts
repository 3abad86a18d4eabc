import { db } from '@/lib/db/client';
import { allocate } from '@/lib/earnings/commands/allocate';
import { approveEpoch } from '@/lib/earnings/commands/approve-epoch';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { divideEpoch } from '@/lib/earnings/commands/divide-epoch';
import { freeze } from '@/lib/earnings/commands/freeze';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { release } from '@/lib/earnings/commands/release';
import { derivedId } from '@/lib/earnings/names';
import type { ProofsOf } from '@/lib/earnings/proofs';
import { type EarningRule, FIRST_RULE } from '@/lib/earnings/rule';
import { storedNumbers } from '@/lib/earnings/rule-numbers';
import type { Watch } from '@/lib/earnings/steps';
import { blog, type FactoryMember, member, post } from '../../factories/people';

export const DAY = 86_400_000;
/** A Monday. */
let next = Date.UTC(2026, 0, 5);

/** Fewer points than the budgets of three people, eight points each, so that γ has something to do. */
export const TIGHT: EarningRule = {
  ...FIRST_RULE,
  version: 2,
  from: next,
  emission: 20_000n,
  tiers: { ...FIRST_RULE.tiers, phone: { price: 376_471n, survives: 4n } },
};

/** Opens the week after the last one, under the tight rule. */
export async function week() {
  const row = { version: TIGHT.version, startsAt: new Date(TIGHT.from), numbers: storedNumbers(TIGHT) };
  await db.earningRule.createMany({ data: [row], skipDuplicates: true });
  await openEpoch(new Date(next + DAY));
  next += 7 * DAY;
  return db.epoch.findFirstOrThrow({ orderBy: { number: 'desc' } });
}
export type Week = Awaited<ReturnType<typeof week>>;

/** A post that takes four minutes: 360 s of it count at most, 60 s are needed. */
export async function longPost(of: { blog: { id: string }; author: { id: string } }) {
  const { id } = await post(of);
  return db.post.update({ where: { id }, data: { words: 952 } });
}

interface Reading {
  day?: number;
  /** Seconds after the day's beginning. */
  at?: number;
  /** Of ten blocks. */
  seen?: number;
}

/** Beats as the server keeps them: one for each ten seconds, from a place of the week on. */
export async function read(
  who: { id: string },
  what: { id: string },
  seconds: number,
  { startsAt }: Week,
  { day = 1, at = 0, seen = 10 }: Reading = {},
) {
  const began = Math.floor(startsAt.getTime() / 1_000) + day * 86_400 + at;
  const { id } = await db.readingSession.create({
    data: { readerId: who.id, postId: what.id, blocks: 10, openedAt: new Date(began * 1_000) },
  });
  await db.$executeRaw`UPDATE reading_session SET seen = int4multirange(int4range(0, ${seen}::int)) WHERE id = ${id}::uuid`;
  const beats = Array.from({ length: seconds / 10 }, (_, nth) => ({ readerId: who.id, slot: BigInt(began / 10 + nth), sessionId: id }));
  await db.readingBeat.createMany({ data: beats });
}

export const afterWeek = ({ endsAt }: Week) => new Date(endsAt.getTime() + DAY);
/** The hold is counted from the allocation, which is now. */
export const afterHold = () => new Date(Date.now() + 31 * DAY);

interface How {
  watch?: Watch;
  /** The admin who lets it go on; one that is known to nobody else unless said. */
  by?: FactoryMember;
}

/** Everybody has a number but those named Mai. */
export const numbersOf: ProofsOf = async (tx, ids) => {
  const people = await tx.member.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  const proof = [{ tier: 'phone' as const, since: new Date(0) }];
  return new Map(people.flatMap(({ id, name }) => (name.startsWith('Mai') ? [] : [[id, proof]])));
};

let known: Promise<FactoryMember> | undefined;
/** An admin who changes nothing and lets epochs go on. */
const closer = () => {
  known ??= member({ name: 'Judit Farkas', role: 'admin' });
  return known;
};

/** Small pieces, so that there are several of each. */
export const steps = (of: Week, { watch = () => undefined, by }: How = {}): (() => Promise<void>)[] => [
  () => freeze(of.number, { now: afterWeek(of), watch, atOnce: 2, proofsOf: numbersOf }),
  () => divideEpoch(of.number, { watch, atOnce: 2, lines: 5 }),
  async () => {
    await approveEpoch(by ?? (await closer()), { number: of.number });
    watch('approved');
    await allocate(of.number, { watch });
  },
  async () => {
    await beginRelease(by ?? (await closer()), { number: of.number }, afterHold());
    watch('release begun');
    await release(of.number, { now: afterHold(), watch, atOnce: 2 });
  },
];

export async function divided(of: Week, how: How = {}): Promise<void> {
  for (const step of steps(of, how).slice(0, 2)) await step();
}

export async function released(of: Week, how: How = {}): Promise<void> {
  for (const step of steps(of, how)) await step();
}

export async function allocated(of: Week, how: How = {}): Promise<void> {
  for (const step of steps(of, how).slice(0, 3)) await step();
}

/** Two who write and three who read, of whom Mai has proven nothing but her address. */
export async function town() {
  const named = (name: string, more: Parameters<typeof member>[0] = {}) => member({ name, ...more });
  const [ines, sade, khanh] = [await named('Ines Duarte'), await named('Sade Okafor'), await named('Khanh Trinh')];
  const [pavel, mai] = [await named('Pavel M.'), await named('Mai Tran')];
  const [tide, machines] = [await blog({ owner: ines, name: 'Low Tide' }), await blog({ owner: sade, name: 'Plain Machines' })];
  const scale = await longPost({ blog: tide, author: ines });
  const ice = await longPost({ blog: tide, author: ines });
  const cron = await longPost({ blog: machines, author: sade });
  return { ines, sade, khanh, pavel, mai, tide, machines, scale, ice, cron };
}
export type Town = Awaited<ReturnType<typeof town>>;

/** The demo week: 240 s and 120 s of Khanh, 300 s of Pavel, 200 s of Mai, and Sade on Ines. */
export async function demoWeek({ khanh, pavel, mai, sade, scale, ice, cron }: Town, of: Week): Promise<void> {
  await read(khanh, scale, 240, of);
  await read(khanh, cron, 120, of, { at: 1_000 });
  await read(pavel, cron, 300, of, { day: 2 });
  await read(pavel, ice, 100, of, { day: 3 });
  await read(mai, scale, 200, of, { day: 4 });
  await read(sade, scale, 150, of, { day: 5 });
}

/** What the ledger holds, in one text: a second run must leave the same. */
/** The id of the first posting of what a dispute made good. */
export async function correctionId(disputeId: string): Promise<string> {
  const row = await db.earningCorrection.findFirst({ where: { disputeId }, orderBy: [{ readerId: 'asc' }, { postId: 'asc' }] });
  return derivedId(`correction:${disputeId}:${row?.readerId}:${row?.postId}`);
}

export async function ledgerText(): Promise<string> {
  const [row] = await db.$queryRaw<{ text: string }[]>`
    SELECT (SELECT string_agg(concat_ws(' ', t.id, t.kind, e.line, a.code, e.amount, e.balance_after), ';' ORDER BY t.id, e.line)
      FROM ledger.tx t JOIN ledger.entry e ON e.tx = t.id JOIN ledger.account a ON a.id = e.account) AS text`;
  return row?.text ?? '';
}

export const epochOf = ({ number }: Week) =>
  db.epoch.findUniqueOrThrow({ where: { number }, include: { pools: { orderBy: { kind: 'asc' } } } });

/** What each of them was given by a division, from its rows. */
export async function givenTo(of: Week, people: readonly FactoryMember[]): Promise<bigint[]> {
  return Promise.all(
    people.map(async ({ id }) => {
      const where = { memberId: id, epoch: of.number };
      const [reward, amount] = [
        await db.epochReader.aggregate({ where, _sum: { reward: true } }),
        await db.epochPayee.aggregate({ where, _sum: { amount: true } }),
      ];
      return (reward._sum.reward ?? 0n) + (amount._sum.amount ?? 0n);
    }),
  );
}
