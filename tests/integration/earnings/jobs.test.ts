import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { record } from '@/lib/earnings/acts';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { purseOf } from '@/lib/earnings/queries';
import { enqueue, startWork } from '@/lib/jobs/queue';
import { handlers } from '@/lib/notifications/handlers';
import { DAY, demoWeek, givenTo, town } from './week';

test('the worker takes last week from its reading to what is pending, each step by the one before, where that is set', async () => {
  await record(db, 'steps-by-itself', null);
  await openEpoch(new Date(Date.now() - 8 * DAY));
  const [there, of] = [await town(), await db.epoch.findFirstOrThrow()];
  await demoWeek(there, of);
  const work = await startWork(handlers, ['epoch.open', 'epoch.freeze', 'epoch.divide', 'epoch.allocate', 'epoch.release', 'ledger.audit']);
  try {
    await enqueue(db, 'epoch.open', {});
    const state = async () => (await db.epoch.findUniqueOrThrow({ where: { number: of.number } })).state;
    await expect.poll(state, { timeout: 50_000, interval: 500 }).toBe('allocated');
  } finally {
    await work.stop();
  }
  const given = await givenTo(of, [there.ines, there.khanh]);
  expect(given.every((one) => one > 0n)).toBe(true);
  expect(await Promise.all([there.ines, there.khanh].map(purseOf))).toEqual(given.map((pending) => ({ pending, available: 0n })));
  // The week of today is open, and the hour and the night have their jobs.
  expect(await db.epoch.count({ where: { state: 'running', startsAt: { lte: new Date() }, endsAt: { gt: new Date() } } })).toBe(1);
  const rows = await db.$queryRaw<{ name: string; cron: string }[]>`SELECT name, cron FROM pgboss.schedule ORDER BY name`;
  expect(rows).toEqual([
    { name: 'blogs.establish', cron: '50 2 * * *' },
    { name: 'earning.unusual', cron: '50 2 * * *' },
    { name: 'epoch.open', cron: '7 * * * *' },
    { name: 'ledger.audit', cron: '30 2 * * *' },
    { name: 'ledger.seal', cron: '*/5 * * * *' },
    { name: 'payout.reconcile', cron: '50 2 * * *' },
    { name: 'payout.work', cron: '* * * * *' },
    { name: 'reading.thin', cron: '40 2 * * *' },
    { name: 'refusals.forget', cron: '45 2 * * *' },
  ]);
}, 60_000);
