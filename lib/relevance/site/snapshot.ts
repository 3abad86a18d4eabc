import 'server-only';
import { db } from '@/lib/db/client';
import { MODEL_VERSION } from '../learned/model';
import { packed } from '../learned/stored';
import { trained } from './trained';

/** Decisions from one snapshot to the next: what a process that starts learns anew at most. */
export const EVERY = 50;
const KEPT = 4;

/** Stores what was learned when enough was decided since the last time, or when `anew` because decisions were changed or taken out. */
export async function keepSnapshot(anew: boolean): Promise<void> {
  const { rewrites } = await trained();
  const newest = await db.filterModel.findFirst({
    where: { rewrites, version: MODEL_VERSION },
    orderBy: { upTo: 'desc' },
    select: { upTo: true },
  });
  const now = await trained();
  if (!anew && now.upTo - (newest?.upTo ?? 0) < EVERY) return;
  const data = { version: MODEL_VERSION, rewrites: now.rewrites, upTo: now.upTo, bytes: new Uint8Array(packed(now.model)) };
  await db.filterModel.createMany({ data, skipDuplicates: true });
  const kept = await db.filterModel.findMany({
    orderBy: [{ rewrites: 'desc' }, { upTo: 'desc' }, { version: 'desc' }],
    take: KEPT,
    select: { id: true },
  });
  await db.filterModel.deleteMany({ where: { id: { notIn: kept.map(({ id }) => id) } } });
}
