import 'server-only';
import type { CacheTag } from '@/lib/core/cache-tags';
import { db, type Tx } from '@/lib/db/client';
import { noticeOf } from './notice';
import { ERASURES_KEPT } from './purge-notice';

/** Says which pages `tx` changes. With its commit, and only then, every process renders them anew before a second is over. */
export const purge = (tx: Tx, ...tags: CacheTag[]): Promise<void> => tell(tx, tags, false);

/** As `purge`, for what must not be read any more: the pages are dropped at once, and no failure brings them back. */
export const erase = (tx: Tx, ...tags: CacheTag[]): Promise<void> => tell(tx, tags, true);

/** Postgres takes 8,000 bytes with a notice. */
const TAGS_AT_ONCE = 100;

async function tell(tx: Tx, all: CacheTag[], gone: boolean): Promise<void> {
  for (let at = 0; at < all.length; at += TAGS_AT_ONCE) {
    const tags = all.slice(at, at + TAGS_AT_ONCE);
    const { id, channel, payload, told } = noticeOf(tags, gone);
    await tx.$executeRaw`SELECT pg_notify(${channel}, ${payload})`;
    // For who could not hear it: what is gone is looked up before anything older is sent.
    if (gone) await tx.erasure.create({ data: { id, tags }, select: { id: true } });
    await told(tx);
  }
}

/** Forgets what nobody looks up any more. A job's work. */
export async function forgetErasures(now = new Date()): Promise<void> {
  await db.erasure.deleteMany({ where: { at: { lt: new Date(now.getTime() - ERASURES_KEPT * 3_600_000) } } });
}
