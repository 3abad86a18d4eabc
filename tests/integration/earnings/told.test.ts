import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditLedger } from '@/lib/earnings/commands/audit-ledger';
import { setWorth } from '@/lib/earnings/commands/set-worth';
import { PURGE_CHANNEL } from '@/lib/jobs/purge-notice';
import { member } from '../../factories/people';
import { demoWeek, steps, town, week } from './week';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
let heard: string[] = [];
beforeAll(async () => {
  client.on('notification', ({ payload = '' }) => heard.push(...(JSON.parse(payload) as { tags: string[] }).tags));
  await client.connect();
  await client.query(`LISTEN ${PURGE_CHANNEL}`);
});
afterAll(() => client.end());

/** The tags that every process hears of `run`, each once. */
async function told(run: () => Promise<unknown>): Promise<string[]> {
  await client.query('SELECT 1');
  heard = [];
  await run();
  await client.query('SELECT 1');
  return [...new Set(heard)];
}

test('the page of how earning works is made anew with each step of a week, and with the worth of a point', async () => {
  const there = await town();
  let of = null as Awaited<ReturnType<typeof week>> | null;
  expect(
    await told(async () => {
      of = await week();
    }),
  ).toEqual(['earn']);
  if (!of) throw new Error('no week');
  await demoWeek(there, of);
  for (const step of steps(of)) {
    expect(await told(step)).toEqual(['earn']);
    expect(await told(step)).toEqual([]);
  }
  const ada = await member({ role: 'admin' });
  expect(await told(() => setWorth(ada, { value: '0.01', currency: 'USD' }))).toEqual(['earn']);
  expect(await told(() => setWorth(ada, { value: '0.01', currency: 'USD' }))).toEqual([]);
  // The ledger's head stands there.
  expect(await told(() => auditLedger())).toEqual(['earn']);
});
