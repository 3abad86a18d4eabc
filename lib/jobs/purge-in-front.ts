import 'server-only';
import { type Environment, env } from '@/lib/core/env';

const PATIENCE = 5_000;
/** As many as Cloudflare takes with one call. */
const AT_ONCE = 30;

type Call = (tags: readonly string[], key: string) => { method: string; headers: Record<string, string>; body?: string };

const bearer = (key: string): Record<string, string> => (key === '' ? {} : { authorization: `Bearer ${key}` });

const CALLS: Record<Environment['PURGE_AS'], Call> = {
  purge: (tags, key) => ({
    method: 'PURGE',
    headers: { ...bearer(key), 'surrogate-key': tags.join(' '), 'cache-tag': tags.join(','), 'xkey-purge': tags.join(' ') },
  }),
  fastly: (tags, key) => ({ method: 'POST', headers: { 'fastly-key': key, 'surrogate-key': tags.join(' ') } }),
  cloudflare: (tags, key) => ({
    method: 'POST',
    headers: { ...bearer(key), 'content-type': 'application/json' },
    body: JSON.stringify({ tags }),
  }),
};

/** Asks the cache in front of BULB, if there is one, to drop the pages that show `tags`. @throws when it does not answer with 2xx; the job is then tried again */
export async function purgeInFront(tags: readonly string[]): Promise<void> {
  const { PURGE_URL, PURGE_AS, PURGE_KEY } = env();
  if (PURGE_URL === '') return;
  const failed: unknown[] = [];
  for (let at = 0; at < tags.length; at += AT_ONCE)
    await tell(CALLS[PURGE_AS](tags.slice(at, at + AT_ONCE), PURGE_KEY)).catch((error: unknown) => failed.push(error));
  // All that can be told is told; what was is told once more with the rest.
  if (failed.length > 0) throw failed[0];

  async function tell(call: ReturnType<Call>): Promise<void> {
    const response = await fetch(PURGE_URL, { ...call, signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`the cache in front answered ${response.status} to a purge`);
  }
}
