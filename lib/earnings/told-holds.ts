import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { appealUntil, receiptOf } from '@/lib/moderation/appeal-policy';
import type { Decision } from '@/lib/moderation/appeals';
import { restoredTo } from './restored';
import type { Evidence } from './risk/rule';

/** What an appeal needs, of a hold or a link alike. */
interface Appealable {
  /** Which decision an appeal is about; null for what was decided before decisions were written down. */
  eventId: string | null;
  appealUntil: Date | null;
  mayAppeal: boolean;
  appeal: Decision['appeal'];
}

/** A hold as its person is told of it. Points in thousandths. */
export interface ToldHold extends Appealable {
  id: string;
  reason: string;
  note: string;
  byMachine: boolean;
  createdAt: Date;
  outcome: 'cleared' | 'confirmed' | null;
  answer: string;
  endedAt: Date | null;
  /** What waits for it, what was taken back because of it, to the reader and to whom they read. */
  waiting: bigint;
  taken: bigint;
  /** What its person got back when it was cleared. */
  restored: bigint;
  /** What else rules found while it was open. */
  others: string[];
}

/** A link of one's account with another, which is not named. */
export interface ToldLink extends Appealable {
  id: string;
  ground: string;
  reason: string;
  note: string;
  createdAt: Date;
  liftedAt: Date | null;
}

export interface ToldEarning {
  holds: ToldHold[];
  links: ToldLink[];
}

const ALL = 50;
const EVENTS = {
  orderBy: { seq: 'desc' },
  select: {
    ...{ id: true, action: true, createdAt: true, personId: true },
    appeal: { select: { id: true, text: true, createdAt: true, outcome: true, answer: true } },
  },
} as const;

interface EventRow {
  id: string;
  action: string;
  createdAt: Date;
  personId: string | null;
  appeal: (Omit<NonNullable<Decision['appeal']>, 'receipt'> & { id: string }) | null;
}

function appealable(
  events: readonly EventRow[],
  { of, stands, member, now }: { of: string; stands: boolean; member: Member; now: Date },
): Appealable {
  const own = events.filter(({ personId }) => personId === member.id);
  const event = own.find(({ action }) => action === of);
  const appeal = own.find((one) => one.appeal)?.appeal ?? null;
  const until = event ? appealUntil(event.createdAt) : null;
  return {
    eventId: event?.id ?? null,
    appealUntil: until,
    mayAppeal: stands && appeal === null && until !== null && now <= until,
    appeal: appeal ? { ...appeal, receipt: receiptOf(appeal.id) } : null,
  };
}

/** What is held of what somebody's reading earns, was held, and whom they are linked with: all that is said against them, the newest first. */
export async function toldOfEarning(member: Member, now: Date): Promise<ToldEarning> {
  const [holds, links] = await Promise.all([
    db.earningHold.findMany({ where: { memberId: member.id }, include: { events: EVENTS }, orderBy: { id: 'desc' }, take: ALL }),
    db.earningLink.findMany({
      where: { OR: [{ oneId: member.id }, { otherId: member.id }] },
      include: { events: EVENTS },
      orderBy: { id: 'desc' },
      take: ALL,
    }),
  ]);
  const sums = await atStake(holds.map(({ id }) => id));
  const restored = await Promise.all(holds.map(({ id, outcome }) => (outcome === 'cleared' ? restoredTo(member.id, id) : 0n)));
  return {
    holds: holds.map(({ events, memberId: _m, byId: _b, endedById: _e, evidence, marks: _k, ruleVersion: _r, ...hold }, nth) => ({
      ...hold,
      others: othersIn(evidence, hold.reason),
      restored: restored[nth] ?? 0n,
      ...(sums.get(hold.id) ?? NOTHING),
      ...appealable(events, {
        of: hold.outcome === 'confirmed' ? 'earning-confirmed' : 'earning-held',
        stands: hold.outcome !== 'cleared',
        member,
        now,
      }),
    })),
    links: links.map(({ id, ground, reason, note, createdAt, liftedAt, events }) => ({
      ...{ id, ground, reason, note, createdAt, liftedAt },
      ...appealable(events, { of: 'earning-linked', stands: liftedAt === null, member, now }),
    })),
  };
}

export const NOTHING = { waiting: 0n, taken: 0n };

/** Of each of these holds, by its id: what waits in weeks that are not released, and what releases took back. Thousandths of a point. */
export async function atStake(holdIds: readonly string[]): Promise<Map<string, typeof NOTHING>> {
  const rows = await db.$queryRaw<{ holdId: string; waiting: bigint; taken: bigint }[]>`
    SELECT e."holdId", coalesce(sum(r.amount + r.reward) FILTER (WHERE o.state <> 'released'), 0)::bigint AS waiting,
      coalesce(sum(r.amount + r.reward) FILTER (WHERE o.state = 'released' AND r.returned = 'held'), 0)::bigint AS taken
    FROM epoch_reader e JOIN epoch o ON o.number = e.epoch JOIN epoch_row r ON r."readerId" = e.id
    WHERE e."holdId" = ANY (${[...holdIds]}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ holdId, ...sums }) => [holdId, sums]));
}

const othersIn = (evidence: unknown, first: string): string[] => {
  const found = ((evidence ?? {}) as Partial<Evidence>).more ?? [];
  return [...new Set(found.map(({ reason }) => reason))].filter((reason) => reason !== first);
};
