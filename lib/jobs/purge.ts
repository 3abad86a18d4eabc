import 'server-only';
import { randomUUID } from 'node:crypto';
import type { CacheTag } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { currentRequest } from '@/lib/core/request';
import { db, type Tx } from '@/lib/db/client';
import { ERASURES_KEPT, PURGE_CHANNEL } from './purge-notice';
import { enqueue } from './queue';

/** Says which pages `tx` changes. With its commit, and only then, every process renders them anew before a second is over. */
export const purge = (tx: Tx, ...tags: CacheTag[]): Promise<void> => tell(tx, tags, false);

/** As `purge`, for what must not be read any more: the pages are dropped at once, and no failure brings them back. */
export const erase = (tx: Tx, ...tags: CacheTag[]): Promise<void> => tell(tx, tags, true);

/** Postgres takes 8,000 bytes with a notice. */
const TAGS_AT_ONCE = 100;
/** A cache in front may have asked again before every process had heard: it is told once more. Seconds. */
const AGAIN_AFTER = 2;

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

interface Notice {
  id: string;
  channel: string;
  payload: string;
  /** To be called once it is sent. */
  told: (tx?: Tx) => Promise<void>;
}

/** As `purge`, for a command that is one statement: it sends `payload` to `channel` itself, by `pg_notify`. */
export const notice = (...tags: CacheTag[]): Notice => noticeOf(tags, false);

function noticeOf(tags: CacheTag[], gone: boolean): Notice {
  const request = currentRequest();
  const sent = { id: randomUUID(), tags, erase: gone };
  return {
    id: sent.id,
    channel: PURGE_CHANNEL,
    payload: JSON.stringify(sent),
    async told(tx = db) {
      request.wrote ??= [];
      request.wrote.push(sent);
      request.onWrote?.();
      if (env().PURGE_URL === '') return;
      await enqueue(tx, 'cache.purge', { tags });
      await enqueue(tx, 'cache.purge', { tags }, AGAIN_AFTER);
    },
  };
}

/** Forgets what nobody looks up any more. A job's work. */
export async function forgetErasures(now = new Date()): Promise<void> {
  await db.erasure.deleteMany({ where: { at: { lt: new Date(now.getTime() - ERASURES_KEPT * 3_600_000) } } });
}
