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
  /** `settledById`: the decision from the queue that answered it, and may have been undone since. */
  'mail.appeal-decided': { appealId: string; settledById?: string };
  'cache.purge': { tags: string[] };
  'thread.cool': { postId: string };
  'comment.release': { commentId: string };
  'comment.notify': { commentId: string };
  'comment.answered': { commentId: string };
  'comment.erase': { commentId: string };
  /** A comment stands lower, since reports about it were upheld. */
  'comment.lowered': { eventId: string };
  'votes.recount': { commentIds: string[] };
  'mail.sanction': { sanctionId: string };
  'mail.sweep-undone': { sweepId: string };
  /** Of a decision about somebody, as it stands in the audit. */
  'mail.decision': { eventId: string };
  /** A proof was recorded or found to be wrong: accounts that show the same are linked, or no more. */
  'proof.link': { proofId: string };
  /** A piece of a sweep; the next is put into its transaction. */
  'sweep.advance': { sweepId: string };
  /** `anew`: decisions were changed or taken out. */
  'filter.learn': { anew: boolean };
  'filter.forget': object;
  /** Opens what epoch is to be open, and carries the others on. */
  'epoch.open': object;
  /** The steps of an epoch; each puts the next into its transaction. */
  'epoch.freeze': { number: number };
  'epoch.divide': { number: number };
  'epoch.allocate': { number: number };
  'epoch.release': { number: number };
  'ledger.seal': object;
  'ledger.audit': object;
  /** Every night, and before each division. */
  'earning.unusual': object;
  /** A ban is over or a post is shown again: what releases took for it may come back. `by` names what ended it. */
  'earning.restore': { was: 'banned' | 'removed'; id: string; by: string };
  'mail.payout-destination': { destinationId: string };
  /** What became of a payout. */
  'mail.payout': { payoutId: string };
  /** Works the rails that work by themselves. */
  'payout.work': object;
  /** Every night. */
  'payout.reconcile': object;
  /** A dispute of a statement's line was answered. */
  'dispute.answered': { disputeId: string };
  /** Every night. */
  'reading.thin': object;
  /** Every night. */
  'blogs.establish': object;
  /** Every night. */
  'refusals.forget': object;
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
  'comment.answered',
  'comment.erase',
  'comment.lowered',
  'votes.recount',
  'mail.sanction',
  'filter.learn',
  'filter.forget',
  'mail.comment-removed',
  'mail.appeal-decided',
  'mail.sweep-undone',
  'mail.decision',
  'proof.link',
  'sweep.advance',
  'epoch.open',
  'epoch.freeze',
  'epoch.divide',
  'epoch.allocate',
  'epoch.release',
  'ledger.seal',
  'ledger.audit',
  'earning.unusual',
  'earning.restore',
  'mail.payout-destination',
  'mail.payout',
  'payout.work',
  'payout.reconcile',
  'dispute.answered',
  'reading.thin',
  'blogs.establish',
  'refusals.forget',
];

/** What is done again and again, and when, in UTC. */
const SCHEDULES: Partial<Record<JobName, string>> = {
  'epoch.open': '7 * * * *',
  'ledger.seal': '*/5 * * * *',
  'ledger.audit': '30 2 * * *',
  'earning.unusual': '50 2 * * *',
  'payout.work': '* * * * *',
  'payout.reconcile': '50 2 * * *',
  'reading.thin': '40 2 * * *',
  'blogs.establish': '50 2 * * *',
  'refusals.forget': '45 2 * * *',
};

/** Seconds after which a job is given to another worker when its own died: of what lasts a moment and is waited for, and of what lasts. */
const GIVEN_UP: Partial<Record<JobName, number>> = { 'sweep.advance': 30, 'ledger.audit': 4 * 3_600 };

/** Seconds in which one is enough, however many ask for the same; for what is asked for with each of many writes. */
const ONCE_IN: Partial<Record<JobName, number>> = { 'thread.cool': 300 };

/**
 * What is done for many at once as one: of what each write asks for, a job a second would fall behind. How many at most, and what all of
 * them ask for together.
 */
const TOGETHER: { [N in JobName]?: { most: number; as: (all: Jobs[N][]) => Jobs[N] } } = {
  'cache.purge': { most: 1_000, as: (all) => ({ tags: [...new Set(all.flatMap(({ tags }) => tags))] }) },
};

/** The queues are the application's own: it works them, keeps their indexes, and makes nothing else. */
const AS_APPLICATION = { options: '-c role=bulb_app', createSchema: false };

const shared = globalThis as { bulbBoss?: Promise<PgBoss> };

const RETRIES = { retryLimit: 5, retryDelay: 5, retryBackoff: true };
/** A cache in front that could not be told keeps what was taken back for as long as a day: so long it is tried. */
const LONGER: Partial<Record<string, typeof RETRIES & { retryDelayMax: number }>> = {
  'cache.purge': { ...RETRIES, retryLimit: 300, retryDelayMax: 300 },
};

/**
 * Lays out the queues' tables in the database at `url`, which is the application's address: what is called there is the application's own,
 * and would run as whoever calls it. Safe to repeat.
 */
export async function installQueues(url: string): Promise<void> {
  const boss = new PgBoss({ ...AS_APPLICATION, connectionString: url, supervise: false, schedule: false, max: 2 });
  boss.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
  await boss.start();
  for (const name of JOB_NAMES) await boss.createQueue(name, { ...RETRIES, ...LONGER[name] });
  await boss.stop({ graceful: false });
}

/** Whoever sends a job without a transaction waits for it no longer. Milliseconds. */
const SEND_WITHIN = 5_000;

// Only sends: no polling, no upkeep, one connection for the list of queues.
function sender(): Promise<PgBoss> {
  shared.bulbBoss ??= (async () => {
    const connectionString = process.env.DATABASE_URL ?? '';
    const limits = { options: `${AS_APPLICATION.options} -c statement_timeout=${SEND_WITHIN}`, query_timeout: 2 * SEND_WITHIN };
    const boss = new PgBoss({
      ...AS_APPLICATION,
      ...limits,
      ...{ connectionString, supervise: false, schedule: false, migrate: false, max: 1 },
    });
    boss.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
    await boss.start();
    return boss;
  })();
  shared.bulbBoss.catch(() => delete shared.bulbBoss);
  return shared.bulbBoss;
}

/** Puts a job into `tx`: it exists when the transaction does; at once without one. It looks at the state again before it acts. `startAfter` in seconds. */
export async function enqueue<N extends JobName>(tx: Tx | null, name: N, data: Jobs[N], startAfter = 0): Promise<void> {
  const givenUp = GIVEN_UP[name];
  const once = ONCE_IN[name];
  const more = {
    ...(givenUp === undefined ? {} : { expireInSeconds: givenUp }),
    ...(once === undefined ? {} : { singletonSeconds: once, singletonKey: JSON.stringify(data) }),
  };
  await (await sender()).send(name, data, { ...(tx ? { db: fromPrisma(tx) } : {}), startAfter, ...more });
}

/** Whether a job of this name waits for its time. */
export async function isAwaited(tx: Tx, name: JobName): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    SELECT FROM pgboss.job WHERE name = ${name} AND state = 'created' AND start_after > now() LIMIT 1`;
  return rows.length > 0;
}

/** Gives back the connection that jobs are put in by; the next one that is put in opens it anew. */
export async function stopSending(): Promise<void> {
  const boss = await shared.bulbBoss;
  delete shared.bulbBoss;
  await boss?.stop({ graceful: false });
}

/** Runs jobs until `stop`. */
export async function startWork(handlers: Handlers, names: readonly JobName[] = JOB_NAMES): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ ...AS_APPLICATION, connectionString: process.env.DATABASE_URL ?? '', max: 4 });
  boss.on('error', (error) => log.error({ err: error }, 'the queue reports an error'));
  await boss.start();
  for (const name of names) {
    const handle = handlers[name] as (data: object) => Promise<void>;
    const together = TOGETHER[name] as { most: number; as: (all: object[]) => object } | undefined;
    const pace = together
      ? { pollingIntervalSeconds: 0.5, batchSize: together.most, burstWhenBatchFull: true }
      : { pollingIntervalSeconds: 1 };
    await boss.work<object>(name, pace, async (jobs) => {
      const all = jobs.map(({ data }) => data);
      for (const data of together ? [together.as(all)] : all) {
        try {
          await handle(data);
        } catch (error) {
          log.error({ err: error, job: name, first: jobs[0]?.id, jobs: jobs.length }, 'a job failed');
          throw error;
        }
      }
    });
  }
  for (const [name, cron] of Object.entries(SCHEDULES)) await boss.schedule(name, cron, {}, { tz: 'UTC' });
  return { stop: () => boss.stop({ graceful: true, timeout: 8_000 }) };
}
