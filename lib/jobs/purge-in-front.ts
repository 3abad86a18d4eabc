import 'server-only';
import { env } from '@/lib/core/env';

const PATIENCE = 5_000;

/**
 * Asks the cache in front of BULB, if there is one, to drop the pages that show `tags`, in the words of Fastly, Cloudflare
 * and Varnish alike. @throws when it does not answer with 2xx; the job is then tried again
 */
export async function purgeInFront(tags: readonly string[]): Promise<void> {
  const { PURGE_URL } = env();
  if (PURGE_URL === '') return;
  const response = await fetch(PURGE_URL, {
    method: 'PURGE',
    headers: { 'surrogate-key': tags.join(' '), 'cache-tag': tags.join(','), 'xkey-purge': tags.join(' ') },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Error(`the cache in front answered ${response.status} to a purge`);
}
