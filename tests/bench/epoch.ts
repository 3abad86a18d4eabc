import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { command, Fault } from '../../bin/fault';
import { freePort, type Postgres } from '../../bin/postgres';
import { ensureClient } from '../../bin/setup/client';
import { dataDir } from '../../bin/setup/data';
import { embed, leaveDatabase, migrateDatabase } from '../../bin/setup/database';
import { ensureSecrets } from '../../bin/setup/secrets';
import { fillFrozen, fillWeek, MONDAY, WEEK } from './epoch/fill';

const READERS = Number(process.argv[process.argv.indexOf('--readers') + 1]) || 100_000;
/** What counts is not worked out, which takes most of the time. */
const FROZEN = process.argv.includes('--frozen');
const STEPS = ['freeze', 'divide', 'approve and allocate', 'begin and release', 'audit'] as const;
type Step = (typeof STEPS)[number];
const MOST_BYTES = 2 * 2 ** 30;
const HOLD = 31 * 86_400_000;

/** Each as its job does it. */
const DO: Record<Step, () => Promise<unknown>> = {
  async freeze() {
    const { freeze } = await import('@/lib/earnings/commands/freeze');
    await freeze(1, { now: new Date(MONDAY + 2 * WEEK), proofsOf: async (_, ids) => new Map(ids.map((id) => [id, PROVEN])) });
  },
  divide: async () => (await import('@/lib/earnings/commands/divide-epoch')).divideEpoch(1),
  async 'approve and allocate'() {
    await (await import('@/lib/earnings/commands/approve-epoch')).approveEpoch(await admin(), { number: 1 });
    await (await import('@/lib/earnings/commands/allocate')).allocate(1);
  },
  async 'begin and release'() {
    const now = new Date(Date.now() + HOLD);
    await (await import('@/lib/earnings/commands/begin-release')).beginRelease(await admin(), { number: 1 }, now);
    await (await import('@/lib/earnings/commands/release')).release(1, { now });
  },
  async audit() {
    await (await import('@/lib/earnings/commands/audit-ledger')).auditLedger();
  },
};

const PROVEN = [{ tier: 'phone' as const, since: new Date(0) }];

async function admin() {
  const { db } = await import('@/lib/db/client');
  const { id, handle, name, role, language, createdAt } = await db.member.findFirstOrThrow({ where: { role: 'admin' } });
  return { kind: 'member' as const, id, handle, name, role, language, createdAt, emailVerified: true };
}

interface Took {
  seconds: number;
  peakBytes: number;
}

async function run(step: Step): Promise<Took> {
  const began = performance.now();
  await DO[step]();
  await leaveDatabase();
  return { seconds: Number(((performance.now() - began) / 1_000).toPrecision(3)), peakBytes: process.resourceUsage().maxRSS * 1_024 };
}

/** In a process of its own, so that the peak is its own. */
function apart(step: Step): Promise<Took> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), ['--step', step]);
    child.once('message', (took: Took) => resolve(took));
    child.once('exit', (code) => reject(new Fault(`The step "${step}" ended with ${code}.`)));
  });
}

if (process.argv[2] === '--step') {
  const took = await run(process.argv[3] as Step);
  process.send?.(took, () => process.exit(0));
}
// A week of many readers with twenty payees each from what was measured of them to what they may spend, step by step as the jobs
// do it, each in a process of its own: seconds and memory.
else
  await command(async () => {
    const home = path.join(dataDir, `bench-epoch-${process.pid}`);
    mkdirSync(home, { recursive: true });
    const port = await freePort();
    Object.assign(process.env, { PORT: String(port), REQUEST_LIMIT: '0', LOG_LEVEL: process.env.LOG_LEVEL || 'fatal' });
    ensureSecrets();
    ensureClient();
    let postgres: Postgres | undefined;
    let owner: pg.Client | undefined;
    try {
      postgres = await embed(port, { fresh: true, home: path.join(home, 'postgres') });
      await migrateDatabase();
      await (await import('@/lib/earnings/commands/open-epoch')).openEpoch(new Date(MONDAY + 1));
      await (await import('@/lib/jobs/queue')).stopSending();
      await leaveDatabase();
      owner = new pg.Client({ connectionString: postgres.url('bulb') });
      await owner.connect();
      await (FROZEN ? fillFrozen : fillWeek)(owner, READERS);
      const found: Partial<Record<Step, Took>> = {};
      for (const step of STEPS) {
        const took = await apart(step);
        found[step] = took;
        console.error(`${step}: ${took.seconds} s, ${Math.round(took.peakBytes / 2 ** 20)} MiB at most`);
      }
      const { rows } = await owner.query(
        `SELECT state::text, (SELECT sum(readers)::int FROM epoch_pool) AS readers, (SELECT count(*)::int FROM epoch_row) AS rows,
          (SELECT sum(paid)::text FROM epoch_pool) AS paid,
          (SELECT sum(posted)::text FROM ledger.account WHERE code LIKE 'user:%:available') AS available,
          (SELECT coalesce(sum(amount + reward), 0)::text FROM epoch_row WHERE returned IS NOT NULL) AS returned,
          (SELECT faults FROM ledger_audit ORDER BY at DESC LIMIT 1) AS faults FROM epoch`,
      );
      const { state, paid, available, returned } = rows[0] ?? {};
      const sums = state === 'released' && returned !== '0' && BigInt(paid) === BigInt(available) + BigInt(returned);
      const missed = [
        ...Object.entries(found).flatMap(([step, { peakBytes }]) =>
          peakBytes > MOST_BYTES ? [`${step}: ${peakBytes} bytes, more than 2 GiB`] : [],
        ),
        ...(sums ? [] : ['what was divided is not what people may spend and what went back']),
        ...(rows[0]?.faults?.length === 0 ? [] : ['the audit finds faults']),
      ];
      console.log(JSON.stringify({ ...rows[0], steps: found, missed }));
      if (missed.length > 0) throw new Fault(missed.join('\n'));
    } finally {
      await owner?.end();
      await postgres?.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
