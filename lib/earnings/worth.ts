import 'server-only';
import { db } from '@/lib/db/client';
import type { Worth } from './points';

/** What the operator says that a point is worth now; null where nothing is said. */
export async function worthNow(): Promise<Worth | null> {
  const row = await db.pointWorth.findFirst({ orderBy: { id: 'desc' } });
  return row && row.value !== null ? { value: row.value, currency: row.currency, since: row.createdAt } : null;
}

export interface WorthSet {
  value: bigint | null;
  currency: string;
  createdAt: Date;
  by: string | null;
}

/** All that was ever said of it, the latest first. */
export async function worthsSet(): Promise<WorthSet[]> {
  const rows = await db.pointWorth.findMany({ orderBy: { id: 'desc' }, take: 50, include: { by: { select: { name: true } } } });
  return rows.map(({ value, currency, createdAt, by }) => ({ value, currency, createdAt, by: by?.name ?? null }));
}
