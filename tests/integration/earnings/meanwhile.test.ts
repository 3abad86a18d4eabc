import { expect, test } from 'vitest';
import { leave } from '@/lib/accounts/commands/leave';
import { db } from '@/lib/db/client';
import { record } from '@/lib/earnings/acts';
import { ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { release } from '@/lib/earnings/commands/release';
import { restoreAfter } from '@/lib/earnings/commands/restore-after';
import { purseOf } from '@/lib/earnings/queries';
import { nextReaders, review } from '@/lib/earnings/review';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { lockEpoch } from '@/lib/earnings/steps';
import type { Jobs } from '@/lib/jobs/queue';
import { afterHold, allocated, demoWeek, givenTo, town, week } from './week';

test('what a review under way takes for a ban that is lifted meanwhile comes back too, after the release', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  const { khanh } = there;
  const [whole] = await givenTo(of, [khanh]);
  const { id: sanctionId } = await db.sanction.create({ data: { memberId: khanh.id, kind: 'banned', reason: 'spam' } });
  await record(db, 'release-begun', null, { epoch: of.number });
  const [reviewed, lifted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const reviewing = db.$transaction(async (tx) => {
    const epoch = await lockEpoch(tx, of.number, 'allocated');
    if (!epoch) throw new Error('not allocated');
    const ids = await nextReaders(tx, epoch, 100);
    await review(tx, ids, afterHold());
    await tx.epoch.update({ where: { number: of.number }, data: { reached: ids.at(-1) ?? null } });
    reviewed.resolve();
    await lifted.promise;
  });
  await reviewed.promise;
  await db.sanction.update({ where: { id: sanctionId }, data: { liftedAt: new Date() } });
  const restored = restoreAfter({ was: 'banned', id: khanh.id, by: sanctionId });
  // Long enough for it to have looked, where nothing held it up.
  await new Promise((resolve) => setTimeout(resolve, 300));
  lifted.resolve();
  await Promise.all([reviewing, restored]);
  const [job] = await db.$queryRaw<{ data: Jobs['earning.restore'] }[]>`
    SELECT data FROM pgboss.job WHERE name = 'earning.restore' AND data->>'id' = ${khanh.id}`;
  if (!job) throw new Error('no job brings anything back');
  await release(of.number, { now: afterHold(), atOnce: 2 });
  expect((await purseOf(khanh)).available).toBe(0n);
  await restoreAfter(job.data);
  expect((await purseOf(khanh)).available).toBe(whole);
});

test('who leaves while a release pays marks nothing that it has paid: a ban that is lifted later gives nothing twice', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  const { khanh, ines } = there;
  const [whole] = await givenTo(of, [ines]);
  await record(db, 'release-begun', null, { epoch: of.number });
  // Killed once all is looked at and everybody is paid, before it says that it is over.
  const { _max } = await db.epochShare.aggregate({ where: { epoch: of.number }, _max: { chunk: true } });
  // Looked at, all of it; that it was; and each posting.
  const pieces = 2 + (_max.chunk ?? 0) + 1;
  let committed = 0;
  const killed = release(of.number, {
    now: afterHold(),
    watch: (point) => {
      if (point === 'release: piece written, not committed' && committed === pieces) throw new Error('killed');
      if (point === 'release: committed') committed += 1;
    },
  });
  await expect(killed).rejects.toThrow('killed');
  expect((await purseOf(ines)).available).toBe(whole);
  const { id } = await db.sanction.create({ data: { memberId: ines.id, kind: 'banned', reason: 'spam' } });
  await leave(khanh, { confirm: 'leave' }, { first: settleLeaving });
  expect(await db.epochRow.count({ where: { reader: { epoch: of.number }, returned: { not: null } } })).toBe(0);
  await release(of.number, { now: afterHold() });
  await db.sanction.update({ where: { id }, data: { liftedAt: new Date() } });
  await restoreAfter({ was: 'banned', id: ines.id, by: id });
  expect(await purseOf(ines)).toEqual({ pending: 0n, available: whole });
  expect(await ledgerFaults()).toEqual([]);
});
