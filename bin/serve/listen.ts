import pg from 'pg';
import { log } from '@/lib/core/log';
import { ERASURES_KEPT, PURGE_CHANNEL } from '@/lib/jobs/purge-notice';
import type { Notice } from './cache/changes';
import type { Certainty } from './cache/shared';

const BEAT = 150;
/** All that was committed longer ago than this has been heard, or this process is not certain. */
const CERTAIN_FOR = 350;
const AGAIN_AFTER = 200;
const GIVE_UP = 2_000;
/** A write that began so long before it was committed would have been given up. Seconds. */
const LONGEST_WRITE = 60;

export interface Listening extends Certainty {
  stop: () => Promise<void>;
}

interface Ears {
  notice: (notice: Notice) => void;
  /** Notices may have been missed. `caughtUp`: what was taken away meanwhile has been said all the same. */
  back: (caughtUp: boolean) => void;
}

/**
 * Listens for what writes change, on a connection of its own that it takes up again whenever it is lost.
 * Postgres hands a connection its notices before the answer to what was asked after them, so each answer to a beat
 * says that all committed before that beat has been heard.
 */
export function listen(url: string, ears: Ears): Listening {
  let heardUntil = Number.NEGATIVE_INFINITY;
  let heardBefore = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let client: pg.Client | null = null;
  const waiting = new Set<() => void>();
  const certain = () => performance.now() - heardUntil < CERTAIN_FOR;

  const beat = async (asked: pg.Client): Promise<void> => {
    const at = performance.now();
    const { rows } = await asked.query<{ channel: string }>('SELECT pg_listening_channels() AS channel');
    // Behind a pool that hands out another connection for each transaction nothing is ever heard, and nothing says so.
    if (!rows.some(({ channel }) => channel === PURGE_CHANNEL))
      throw new Error('this connection does not listen: connect without a transaction pool');
    heardUntil = at;
    heardBefore = at;
    // An answer that was long on its way says nothing of now; the next one does.
    if (!certain()) return;
    for (const wake of waiting) wake();
  };

  /** Says what was taken away while nothing was heard; false where that is too long ago to be known. */
  const catchUp = async (own: pg.Client): Promise<boolean> => {
    const silence = (performance.now() - heardBefore) / 1_000 + LONGEST_WRITE;
    if (silence > ERASURES_KEPT * 3_600) return false;
    const { rows } = await own.query<{ id: string; tags: string[] }>(
      'SELECT id, tags FROM erasure WHERE at > now() - make_interval(secs => $1)',
      [silence],
    );
    for (const { id, tags } of rows) ears.notice({ id, tags, erase: true });
    return true;
  };

  const attend = async (): Promise<void> => {
    const own = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: GIVE_UP,
      query_timeout: GIVE_UP,
      application_name: 'bulb-listen',
    });
    client = own;
    const lost = new Promise<Error>((resolve) => {
      own.on('error', resolve);
      own.on('end', () => resolve(new Error('the connection ended')));
    });
    try {
      await own.connect();
      own.on('notification', ({ payload = '' }) => {
        const notice = noticeIn(payload);
        if (notice) ears.notice(notice);
        else ears.back(false);
      });
      await own.query(`LISTEN ${PURGE_CHANNEL}`);
      ears.back(await catchUp(own));
      while (!stopped) {
        await beat(own);
        const over = await Promise.race([lost, pause(BEAT)]);
        if (over) throw over;
      }
    } finally {
      heardUntil = Number.NEGATIVE_INFINITY;
      own.end().catch(() => undefined);
    }
  };

  const run = (async () => {
    for (let silent = false; !stopped; ) {
      const began = performance.now();
      try {
        await attend();
      } catch (error) {
        if (stopped) return;
        // Once for each time that it is away, not at each try.
        if (!silent || performance.now() - began > 5_000) log.error({ err: error }, 'the listening connection is lost');
        silent = true;
        await pause(AGAIN_AFTER);
      }
    }
  })();

  return {
    certain,
    heardUntil: () => heardUntil,
    regain(ms) {
      if (certain()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve(certain());
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
      });
    },
    async stop() {
      stopped = true;
      // A connection that is being made may never say that it ended.
      client?.end().catch(() => undefined);
      await Promise.race([run, pause(GIVE_UP)]);
    },
  };
}

function noticeIn(payload: string): Notice | null {
  try {
    const { id, tags, erase } = JSON.parse(payload) as Notice;
    return typeof id === 'string' && Array.isArray(tags) ? { id, tags, erase: erase === true } : null;
  } catch {
    return null;
  }
}

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), ms));
