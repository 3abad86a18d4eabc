import 'server-only';
import { createHash } from 'node:crypto';
import { networkOf } from '@/lib/core/network';
import { Refused } from '@/lib/core/refused';
import { currentRequest } from '@/lib/core/request';
import { pool } from '@/lib/db/pool';
import type { Actor } from './actor';

/** How often one person may, in how many seconds; a network address may `perAddress` times, and `perTarget` times
 * may one address be written to. */
export const LIMITS = {
  signIn: { points: 6, seconds: 900, perAddress: 60, perTarget: 6 },
  subscribe: { points: 40, seconds: 3600, perAddress: 120, perTarget: 6 },
  comment: { points: 30, seconds: 600, perAddress: 300, perTarget: 30 },
  vote: { points: 120, seconds: 600, perAddress: 1200, perTarget: 120 },
  report: { points: 20, seconds: 3600, perAddress: 200, perTarget: 20 },
  appeal: { points: 40, seconds: 3600, perAddress: 200, perTarget: 40 },
  write: { points: 600, seconds: 600, perAddress: 3000, perTarget: 600 },
  account: { points: 30, seconds: 600, perAddress: 300, perTarget: 30 },
} as const;

/**
 * Counts one try of `who`, and of the network address that it comes from; `also` is a further name to count by, such as
 * the address a mail goes to. Counted in Postgres, so that every process counts together.
 * @throws Refused `too-many` with the seconds to wait
 */
export async function takeTurn(what: keyof typeof LIMITS, who: Actor, also = ''): Promise<void> {
  const { points, seconds, perAddress, perTarget } = LIMITS[what];
  const counted: Counted[] = [{ key: `${what}:net:${networkOf(currentRequest().address)}`, points: perAddress }];
  if (who.kind === 'member') counted.push({ key: `${what}:member:${who.id}`, points });
  if (also !== '')
    counted.push({ key: `${what}:also:${createHash('sha256').update(also.toLowerCase()).digest('hex')}`, points: perTarget });
  await count(counted, seconds);
}

interface Counted {
  key: string;
  /** How many times it may be counted. */
  points: number;
}

async function count(counted: readonly Counted[], seconds: number): Promise<void> {
  // In one order, so that two who count by the same keys never wait for each other.
  const keys = counted.map(({ key }) => key).sort();
  const { rows } = await pool.query<{ key: string; points: number; wait: number }>({
    name: 'take-turn',
    text: `INSERT INTO limit_counter AS counter (key, points, expire) SELECT key, 1, now() + make_interval(secs => $2) FROM unnest($1::text[]) AS key
      ON CONFLICT (key) DO UPDATE SET
        points = CASE WHEN counter.expire <= now() THEN 1 ELSE counter.points + 1 END,
        expire = CASE WHEN counter.expire <= now() THEN excluded.expire ELSE counter.expire END
      RETURNING key, points, ceil(extract(epoch FROM expire - now()))::int AS wait`,
    values: [keys, seconds],
  });
  const over = rows.filter((row) => row.points > (counted.find(({ key }) => key === row.key)?.points ?? 0));
  if (over.length > 0) throw new Refused('too-many', { retryAfterSeconds: Math.max(1, ...over.map(({ wait }) => wait)) });
}
