import 'server-only';
import { randomUUID } from 'node:crypto';
import type { CacheTag } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { currentRequest } from '@/lib/core/request';
import type { Tx } from '@/lib/db/client';
import { PURGE_CHANNEL } from './purge-notice';
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
  const request = currentRequest();
  for (let at = 0; at < all.length; at += TAGS_AT_ONCE) {
    const tags = all.slice(at, at + TAGS_AT_ONCE);
    const notice = { id: randomUUID(), tags, erase: gone };
    await tx.$executeRaw`SELECT pg_notify(${PURGE_CHANNEL}, ${JSON.stringify(notice)})`;
    request.wrote ??= [];
    request.wrote.push(notice);
    if (env().PURGE_URL === '') continue;
    await enqueue(tx, 'cache.purge', { tags });
    await enqueue(tx, 'cache.purge', { tags }, AGAIN_AFTER);
  }
  request.onWrote?.();
}
