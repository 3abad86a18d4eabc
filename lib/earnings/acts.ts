import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db, type Tx } from '@/lib/db/client';

/** What is done about rules and epochs. Each happens to an epoch or a version once; the two about steps again and again. */
export const ACTS = [
  'rule-announced',
  'rule-withdrawn',
  'freeze-asked',
  'divide-asked',
  'approved',
  'release-begun',
  'steps-by-hand',
  'steps-by-itself',
] as const;
export type Act = (typeof ACTS)[number];

interface About {
  epoch?: number;
  version?: number;
  words?: string;
}

/** Writes down who did it; `by` null is the site by itself. What an epoch or a version has already stays as it is. */
export async function record(tx: Tx, act: Act, by: Pick<Member, 'id'> | null, about: About = {}): Promise<void> {
  const row = { action: act, ...about, actorId: by?.id ?? null, byItself: by === null };
  await tx.earningEvent.createMany({ data: [row], skipDuplicates: true });
}

/** An act as anyone may read it: what, when, and whether a person did it; nobody's name. */
export interface PublicAct {
  id: string;
  act: Act;
  epoch: number | null;
  version: number | null;
  byItself: boolean;
  words: string;
  at: Date;
}

/** An act with who did it, for admins; the name is null where they have left or the site did it by itself. */
export interface KnownAct extends PublicAct {
  by: string | null;
}

const SHOWN = { id: true, action: true, epoch: true, version: true, byItself: true, words: true, createdAt: true } as const;
type Row = {
  [K in keyof typeof SHOWN]: K extends 'epoch' | 'version'
    ? number | null
    : K extends 'byItself'
      ? boolean
      : K extends 'createdAt'
        ? Date
        : string;
};

function asAct({ action, createdAt, ...row }: Row): PublicAct {
  const act = ACTS.find((one) => one === action);
  if (!act) throw new Error(`no act is called ${action}`);
  return { ...row, act, at: createdAt };
}

/** The last `most` acts, the latest first, the same for everyone. */
export async function publicActs(most: number): Promise<PublicAct[]> {
  return (await db.earningEvent.findMany({ orderBy: { id: 'desc' }, take: most, select: SHOWN })).map(asAct);
}

/** The same with names, of one epoch or of all, from before an id on. */
export async function knownActs({ epoch, before, most }: { epoch?: number; before?: string; most: number }): Promise<KnownAct[]> {
  const rows = await db.earningEvent.findMany({
    where: { ...(epoch === undefined ? {} : { epoch }), ...(before === undefined ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: most,
    select: { ...SHOWN, actor: { select: { name: true } } },
  });
  return rows.map(({ actor, ...row }) => ({ ...asAct(row), by: actor?.name ?? null }));
}

/** Whether epochs go on by themselves, and who said so; nobody did where it is as it came. */
export interface Steps {
  byItself: boolean;
  setById: string | null;
}

export async function stepsNow(tx: Tx = db): Promise<Steps> {
  const last = await tx.earningEvent.findFirst({
    where: { action: { in: ['steps-by-hand', 'steps-by-itself'] } },
    orderBy: { id: 'desc' },
    select: { action: true, actorId: true },
  });
  return { byItself: last?.action === 'steps-by-itself', setById: last?.actorId ?? null };
}
