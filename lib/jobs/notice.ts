import 'server-only';
import { randomUUID } from 'node:crypto';
import type { CacheTag } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { currentRequest } from '@/lib/core/request';
import type { Tx } from '@/lib/db/client';
import { PURGE_CHANNEL } from './purge-notice';

/** A cache in front may have asked again before every process had heard: it is told once more. Seconds. */
const AGAIN_AFTER = 2;

interface Sent {
  id: string;
  channel: string;
  payload: string;
  /** To be called once it is sent, with its transaction where it has one. */
  told: (tx?: Tx) => Promise<void>;
}

/** As `purge`, for a command that is one statement: it sends `payload` to `channel` itself, by `pg_notify`. */
export const notice = (...tags: CacheTag[]): Sent => noticeOf(tags, false);

export function noticeOf(tags: CacheTag[], gone: boolean): Sent {
  const request = currentRequest();
  const sent = { id: randomUUID(), tags, erase: gone };
  return {
    id: sent.id,
    channel: PURGE_CHANNEL,
    payload: JSON.stringify(sent),
    async told(tx) {
      request.wrote ??= [];
      request.wrote.push(sent);
      request.onWrote?.();
      if (env().PURGE_URL === '') return;
      const { enqueue } = await import('./queue');
      await enqueue(tx ?? null, 'cache.purge', { tags });
      await enqueue(tx ?? null, 'cache.purge', { tags }, AGAIN_AFTER);
    },
  };
}
