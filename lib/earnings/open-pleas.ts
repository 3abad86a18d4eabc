import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { receiptOf } from '@/lib/moderation/appeal-policy';
import { type Bar, barOf } from './closing';
import { aboutHold } from './conclude';
import { aboutLink } from './links';

/** An appeal about a hold or a link that waits for an admin. */
export interface Plea {
  id: string;
  receipt: string;
  text: string;
  createdAt: Date;
  writer: string;
  handle: string;
  about: { kind: 'hold'; reason: string; confirmed: boolean } | { kind: 'link'; ground: string; reason: string };
  decision: { byMachine: boolean; decidedBy: string | null; said: string; createdAt: Date };
  bar: Bar | null;
}

const MOST = 100;

/** The appeals about what is earned, for admins alone: those first that this one may answer, the oldest first of each. */
export async function openPleas(admin: Member, now = new Date()): Promise<Plea[]> {
  if (!isAdmin(admin)) return [];
  const rows = await db.appeal.findMany({
    where: { outcome: null, event: { OR: [{ holdId: { not: null } }, { linkId: { not: null } }] } },
    include: {
      member: { select: { id: true, name: true, handle: true } },
      event: { include: { hold: true, link: true, actor: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  const pleas: Plea[] = [];
  for (const { event, member, ...appeal } of rows) {
    const { hold, link, actor, byMachine, reason: said, createdAt } = event;
    const about: Plea['about'] | null = hold
      ? { kind: 'hold', reason: hold.reason, confirmed: hold.outcome === 'confirmed' }
      : link && { kind: 'link', ground: link.ground, reason: link.reason };
    const asked = hold ? aboutHold(hold) : link && aboutLink(link);
    if (!about || !asked) continue;
    const bar = await barOf(db, admin, asked, now);
    const decision = { byMachine, decidedBy: byMachine ? null : (actor?.name ?? null), said, createdAt };
    const { id, text } = appeal;
    const { name: writer, handle } = member;
    pleas.push({ id, receipt: receiptOf(id), text, createdAt: appeal.createdAt, writer, handle, about, decision, bar });
  }
  return [...pleas.filter(({ bar }) => bar === null), ...pleas.filter(({ bar }) => bar !== null)];
}
