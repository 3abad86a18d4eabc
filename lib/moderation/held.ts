import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { holdingAt } from '@/lib/accounts/holding';
import { db } from '@/lib/db/client';
import { appealUntil, canAppealSanction, keepsAway, receiptOf, sanctionHolds, sweptBy } from './appeal-policy';
import type { Decision } from './appeals';

export interface Held {
  id: string;
  kind: 'limited' | 'suspended' | 'banned';
  /** Null for the whole site. */
  blog: string | null;
  until: Date | null;
  reason: 'spam' | 'unkind' | 'off_topic' | 'illegal' | 'other';
  note: string;
  createdAt: Date;
  /** What a ban removes with it: of how many days, and how many comments. */
  swept: { days: number; count: number } | null;
}

/** A sanction as its person is told of it. */
export interface Told extends Held {
  /** What an appeal is about; null for what was decided before decisions were linked. */
  eventId: string | null;
  /** Null for what was decided before decisions were linked. */
  by: { byMachine: boolean; rule: string } | null;
  /** It holds no more. */
  over: boolean;
  appealUntil: Date;
  mayAppeal: boolean;
  appeal: Decision['appeal'];
}

const SELECT = {
  id: true,
  kind: true,
  until: true,
  liftedAt: true,
  reason: true,
  note: true,
  createdAt: true,
  blog: { select: { name: true } },
  sweeps: { select: { days: true, total: true, done: true, state: true }, orderBy: { id: 'desc' } },
} as const;

interface SweptRow {
  days: number;
  total: number;
  done: number;
  state: 'running' | 'done' | 'undoing' | 'undone';
}

const sweptOf = ([sweep]: readonly SweptRow[]): Held['swept'] => (sweep && keepsAway({ sweeps: [sweep] }) ? sweptBy(sweep) : null);

/** What holds against somebody; of these blogs only, where they are named. */
export async function heldAgainst(memberId: string, now: Date, blogIds: readonly string[] | null): Promise<Held[]> {
  const rows = await db.sanction.findMany({
    where: { memberId, ...holdingAt(now), ...(blogIds ? { blogId: { in: [...blogIds] } } : {}) },
    select: SELECT,
    orderBy: { createdAt: 'desc' },
  });
  return rows.map(({ blog, sweeps, liftedAt: _, ...row }) => ({ ...row, blog: blog?.name ?? null, swept: sweptOf(sweeps) }));
}

const ALL = 50;

/** What holds against this person, and what is over but was appealed or keeps comments away; the newest first. */
export async function toldTo(member: Member, now: Date): Promise<Told[]> {
  const rows = await db.sanction.findMany({
    where: {
      memberId: member.id,
      OR: [holdingAt(now), { sweeps: { some: { state: { in: ['running', 'done'] } } } }, { events: { some: { appeal: { isNot: null } } } }],
    },
    select: { ...SELECT, events: { select: { id: true, action: true, byMachine: true, rule: true, appeal: true } } },
    orderBy: { createdAt: 'desc' },
    take: ALL,
  });
  return rows.map(({ blog, sweeps, liftedAt, events, ...row }) => {
    const event = events.find(({ action }) => action === row.kind);
    const sanction = { ...row, liftedAt, sweeps };
    const appeal = event?.appeal ?? null;
    return {
      ...row,
      blog: blog?.name ?? null,
      swept: sweptOf(sweeps),
      eventId: event?.id ?? null,
      by: event ? { byMachine: event.byMachine, rule: event.rule } : null,
      over: !sanctionHolds(sanction, now),
      appealUntil: appealUntil(row.createdAt),
      mayAppeal: event !== undefined && appeal === null && canAppealSanction(sanction, now),
      appeal: appeal ? { ...appeal, receipt: receiptOf(appeal.id) } : null,
    };
  });
}
