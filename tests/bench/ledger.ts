import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '@/lib/db/migrations';
import { command, Fault } from '../../bin/fault';
import { ensureDatabase, startPostgres } from '../../bin/postgres';
import { ensureClient } from '../../bin/setup/client';
import { dataDir } from '../../bin/setup/data';
import { type Load, summary } from './load';

const SESSIONS = [1, 8, 32];
const ACCOUNTS = 2_000;
const ROUNDS = 3;
const MS = 2_000;
const HOT = 'bench:hot';

type Write = (client: pg.Client) => Promise<unknown>;

const account = (nth: number): string => `bench:${nth % ACCOUNTS}`;
const someone = (): number => Math.floor(Math.random() * ACCOUNTS);
const post = (client: pg.Client, from: string, to: string) =>
  client.query({
    name: 'post',
    text: `SELECT ledger.post($1, 'bench', $2, $3)`,
    values: [randomUUID(), [from, to], [-1, 1]],
  });

/** One statement each, which is one transaction: what the ledger does, and two rows beside it that nobody checks. */
const WRITES: Record<'plain' | 'spread' | 'hot', Write> = {
  plain: (client) =>
    client.query({
      name: 'plain',
      text: 'INSERT INTO bench_plain (tx, line, account, amount) VALUES ($1, 1, $2, -1), ($1, 2, $3, 1)',
      values: [randomUUID(), account(someone()), account(someone())],
    }),
  spread(client) {
    const from = someone();
    return post(client, account(from), account(from + 1 + Math.floor(Math.random() * (ACCOUNTS - 1))));
  },
  hot: (client) => post(client, HOT, account(someone())),
};

interface Took {
  /** Milliseconds of each. */
  took: number[];
  failed: Record<string, number>;
}

/** Each session writes one after another until the time is over; the first tenth warms up. */
async function under(clients: readonly pg.Client[], write: Write, { took, failed }: Took): Promise<void> {
  const session = async (client: pg.Client, until: number, times: number[]) => {
    while (performance.now() < until) {
      const began = performance.now();
      try {
        await write(client);
        times.push(performance.now() - began);
      } catch (error) {
        const why = (error as Error).message.slice(0, 80);
        failed[why] = (failed[why] ?? 0) + 1;
      }
    }
  };
  const all = (ms: number, times: number[]) => Promise.all(clients.map((client) => session(client, performance.now() + ms, times)));
  await all(MS / 10, []);
  await all(MS, took);
}

interface Bench extends Load {
  failed: Record<string, number>;
}

/** Plain inserts and postings in turns, so that whatever else the machine does meets them alike. */
async function inTurns(clients: readonly pg.Client[]) {
  const none = (): Took => ({ took: [], failed: {} });
  const all = { plain: none(), spread: none(), hot: none() };
  const names = ['plain', 'spread', 'hot'] as const;
  for (let round = 0; round < ROUNDS; round += 1) for (const name of names) await under(clients, WRITES[name], all[name]);
  const bench = ({ took, failed }: Took): Bench => ({ ...summary(took, ROUNDS * MS), failed });
  const plain = bench(all.plain);
  const beside = (one: Bench) => ({ ...one, ratio: Number((one.rps / plain.rps).toFixed(2)) });
  return { plain, spread: beside(bench(all.spread)), hot: beside(bench(all.hot)) };
}

async function connected(url: string, count: number): Promise<pg.Client[]> {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url, options: '-c role=bulb_app' }));
  await Promise.all(clients.map((client) => client.connect()));
  return clients;
}

async function prepare(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`CREATE TABLE bench_plain (tx uuid, line integer, account text, amount bigint, PRIMARY KEY (tx, line))`);
  const codes = Array.from({ length: ACCOUNTS }, (_, nth) => account(nth));
  await owner.query(`SELECT ledger.open_accounts(ARRAY['bench:issued'], 'POINT', 'debit')`);
  await owner.query(`SELECT ledger.open_accounts($1, 'POINT', 'credit')`, [[...codes, HOT]]);
  const given = [...codes.map(() => 1_000_000n), 1_000_000_000n];
  await owner.query(`SELECT ledger.post($1, 'emission', $2, $3)`, [
    randomUUID(),
    ['bench:issued', ...codes, HOT],
    [-given.reduce((all, one) => all + one, 0n), ...given].map(String),
  ]);
  await owner.end();
}

// Postings a second at one, eight and thirty-two sessions, between two thousand accounts and out of one that all share, beside plain
// inserts of two rows, in turns in one run on a Postgres that keeps what it says it kept.
await command(async () => {
  ensureClient();
  const home = path.join(dataDir, `bench-ledger-${process.pid}`);
  const postgres = await startPostgres(home, { fresh: true });
  try {
    await ensureDatabase(postgres, 'bulb');
    const url = postgres.url('bulb');
    await migrate(url);
    await prepare(url);
    const found: Record<number, Awaited<ReturnType<typeof inTurns>>> = {};
    for (const count of SESSIONS) {
      const clients = await connected(url, count);
      found[count] = await inTurns(clients);
      await Promise.all(clients.map((client) => client.end()));
    }
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query('ANALYZE');
    const { rows: faults } = await owner.query('SELECT fault, what FROM ledger.audit LIMIT 10');
    const { rows } = await owner.query('SELECT count(*)::int AS transactions FROM ledger.tx');
    await owner.end();
    const missed = [
      ...faults.map(({ fault, what }) => `audit: ${fault}: ${what}`),
      ...Object.entries(found).flatMap(([sessions, of]) =>
        Object.entries(of).flatMap(([name, { failed }]) =>
          Object.entries(failed).map(([why, count]) => `${name}, ${sessions} sessions: ${count} × ${why}`),
        ),
      ),
    ];
    console.log(JSON.stringify({ sessions: found, transactions: rows[0]?.transactions, missed }));
    if (missed.length > 0) throw new Fault(missed.join('\n'));
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
