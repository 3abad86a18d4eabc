import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { takeStep } from '@/lib/earnings/commands/take-step';
import { inspectEpoch } from '@/lib/earnings/inspect';
import { startWork } from '@/lib/jobs/queue';
import { handlers } from '@/lib/notifications/handlers';
import { member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { afterWeek, demoWeek, epochOf, town, week } from './week';

test('an admin has a week that is over frozen and divided by hand; a step that failed says why until it is done', async () => {
  const [there, of, ada] = [await town(), await week(), await member({ name: 'Ada Lindqvist', role: 'admin' })];
  await demoWeek(there, of);
  const ask = (number: number = of.number) => takeStep(ada, { number }, afterWeek(of));
  for (const who of [there.ines, await member({ role: 'moderator' })])
    expect(await refusalOf(takeStep(who, { number: of.number }, afterWeek(of)))).toBe('not-allowed');
  expect(await refusalOf(takeStep(ada, { number: of.number }, new Date(of.endsAt.getTime() - 1)))).toBe('conflict');
  expect(await refusalOf(ask(of.number + 50))).toBe('not-found');
  expect(await refusalOf(ask(0))).toBe('invalid');

  const look = () => inspectEpoch(ada, of.number, afterWeek(of));
  expect([(await look()).standing, (await look()).failure]).toEqual(['freezing', null]);
  let broken = true;
  const freeze = async (data: { number: number }) => {
    if (broken) throw new Error('the moon was in the way');
    await handlers['epoch.freeze'](data);
  };
  const work = await startWork({ ...handlers, 'epoch.freeze': freeze }, ['epoch.freeze']);
  try {
    await ask();
    await expect.poll(async () => (await look()).failure?.message, { timeout: 20_000 }).toBe('the moon was in the way');
    expect((await look()).failure?.again).toBe(true);
    broken = false;
    // Twenty more, at once: it is done once.
    expect((await twentyAtOnce(ask)).filter(({ status }) => status === 'rejected')).toEqual([]);
    await expect.poll(async () => (await epochOf(of)).state, { timeout: 20_000 }).toBe('frozen');
  } finally {
    await work.stop();
  }
  expect([(await look()).standing, (await look()).failure]).toEqual(['dividing', null]);
  const dividing = await startWork(handlers, ['epoch.divide']);
  try {
    await ask();
    await expect.poll(async () => (await epochOf(of)).state, { timeout: 20_000 }).toBe('divided');
  } finally {
    await dividing.stop();
  }
  expect(await refusalOf(ask())).toBe('conflict');
  const acts = await db.earningEvent.findMany({
    where: { epoch: of.number },
    orderBy: { id: 'asc' },
    select: { action: true, actorId: true },
  });
  expect(acts).toEqual([
    { action: 'freeze-asked', actorId: ada.id },
    { action: 'divide-asked', actorId: ada.id },
  ]);
}, 90_000);
