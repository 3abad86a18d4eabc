import 'server-only';
import { fromPrisma, PgBoss } from 'pg-boss';
import { log } from '@/lib/core/log';
import type { Tx } from '@/lib/db/client';

/** Every job and what it carries: ids only, never a token, an address or a text. */
export interface Jobs {
  'mail.sign-in': { linkId: string };
  'mail.subscription-confirm': { subscriptionId: string };
  'mail.subscription-welcome': { subscriptionId: string };
  'mail.comment-removed': { eventId: string };
  'mail.appeal-decided': { appealId: string };
  'cache.purge': { tags: string[] };
  'thread.cool': { postId: string };
  'comment.release': { commentId: string };
  'comment.notify': { commentId: string };
  'mail.sanction': { sanctionId: string };
  'mail.sweep-undone': { sweepId: string };
  /** A piece of a sweep; the next is put into its transaction. */
  'sweep.advance': { sweepId: string };
  /** `anew`: decisions were changed or taken out. */
  'filter.learn': { anew: boolean };
  /** Every night. */
  'reading.thin': object;
}

export type JobName = keyof Jobs;
export type Handlers = { [N in JobName]: (data: Jobs[N]) => Promise<void> };

export const JOB_NAMES: readonly JobName[] = [
  'mail.sign-in',
  'mail.subscription-confirm',
  'mail.subscription-welcome',
  'cache.purge',
  'thread.cool',
  'comment.release',
  'comment.notify',
  'mail.sanction',
  'filter.learn',
  'mail.comment-removed',
  'mail.appeal-decided',
  'mail.sweep-undone',
  'sweep.advance',
  'reading.thin',
];

/** Jobs that come by the clock, whoever works: minute and hour, UTC. */
const NIGHTLY: Partial<Record<JobName, string>> = { 'reading.thin': '40 2 * * *' };

/** Seconds after which a job is given to another worker when its own died; of what lasts a moment and is waited for. */
const GIVEN_UP: Partial<Record<JobName, number>> = { 'sweep.advance': 30 };

const shared = globalThis as { bulbBoss?: Promise<PgBoss> };

/** Lays out the queues' tables in the database at `url`. Safe to repeat. */
export async function installQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 });
  boss.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
  await boss.start();
  for (const name of JOB_NAMES) await boss.createQueue(name, { retryLimit: 5, retryDelay: 5, retryBackoff: true });
  await boss.getDb().executeSql('GRANT USAGE ON SCHEMA pgboss TO bulb_app; GRANT ALL ON ALL TABLES IN SCHEMA pgboss TO bulb_app');
  await boss.stop({ graceful: false });
}

// Only sends: no polling, no upkeep, one connection for the list of queues.
function sender(): Promise<PgBoss> {
  shared.bulbBoss ??= (async () => {
    const connectionString = process.env.DATABASE_URL ?? '';
    const boss = new PgBoss({ connectionString, supervise: false, schedule: false, migrate: false, max: 1 });
    boss.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
    await boss.start();
    return boss;
  })();
  shared.bulbBoss.catch(() => delete shared.bulbBoss);
  return shared.bulbBoss;
}

/** Puts a job into `tx`: it exists when the transaction does. It looks at the state again before it acts. `startAfter` in seconds. */
export async function enqueue<N extends JobName>(tx: Tx, name: N, data: Jobs[N], startAfter = 0): Promise<void> {
  const givenUp = GIVEN_UP[name];
  const more = givenUp === undefined ? {} : { expireInSeconds: givenUp };
  await (await sender()).send(name, data, { db: fromPrisma(tx), startAfter, ...more });
}

/** Runs jobs until `stop`. */
export async function startWork(handlers: Handlers, names: readonly JobName[] = JOB_NAMES): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: process.env.DATABASE_URL ?? '', max: 4 });
  boss.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
  await boss.start();
  for (const name of names) {
    const at = NIGHTLY[name];
    // Laid down once, however many workers say so.
    if (at) await boss.schedule(name, at, {}, { tz: 'UTC' });
    const handle = handlers[name] as (data: object) => Promise<void>;
    await boss.work<object>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
      for (const job of jobs) {
        try {
          await handle(job.data);
        } catch (error) {
          log.error({ err: error, job: name, id: job.id }, 'a job failed');
          throw error;
        }
      }
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 8_000 }) };
}
