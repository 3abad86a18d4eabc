import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { archiveOf } from '@/lib/accounts/archive';
import { leave } from '@/lib/accounts/commands/leave';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { record } from '@/lib/earnings/acts';
import { allocate } from '@/lib/earnings/commands/allocate';
import { auditLedger, ledgerFaults } from '@/lib/earnings/commands/audit-ledger';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { release } from '@/lib/earnings/commands/release';
import { restoreAfter } from '@/lib/earnings/commands/restore-after';
import { decisionMail } from '@/lib/earnings/decision-mails';
import { availableOf, pendingOf } from '@/lib/earnings/names';
import { purseOf, statementOf, statementsOf } from '@/lib/earnings/queries';
import type { Jobs } from '@/lib/jobs/queue';
import { auditFaults, balanceOf } from '@/lib/ledger/queries';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { notificationsOf } from '@/lib/notifications/queries';
import { publishPost, unpublishPost } from '@/lib/posts/commands/publish';
import { member } from '../../factories/people';
import { asOwner } from '../../support/owner';
import { refusalOf, twentyAtOnce } from '../../support/refusal';
import { afterHold, allocated, demoWeek, divided, givenTo, ledgerText, town, week } from './week';

afterEach(async () => expect(await ledgerFaults()).toEqual([]));

const ready = async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await allocated(of);
  return { ...there, of };
};
const over = async (number: number) => {
  await record(db, 'release-begun', null, { epoch: number });
  await release(number, { now: afterHold(), atOnce: 2 });
};
const kinds = async (codes: string[]) =>
  (
    await db.$queryRaw<{ kind: string; amount: bigint }[]>`
      SELECT t.kind, sum(e.amount)::bigint AS amount FROM ledger.entry e JOIN ledger.tx t ON t.id = e.tx JOIN ledger.account a ON a.id = e.account
      WHERE a.code = ANY (${codes}::text[]) GROUP BY t.kind ORDER BY t.kind`
  ).map(({ kind, amount }) => [kind, amount]);
/** The one job that brings back what was taken for this person or post. */
const restoring = async (id: string): Promise<Jobs['earning.restore']> => {
  const [job] = await db.$queryRaw<{ data: Jobs['earning.restore'] }[]>`
    SELECT data FROM pgboss.job WHERE name = 'earning.restore' AND data->>'id' = ${id}`;
  if (!job) throw new Error('no job brings anything back');
  return job.data;
};
const codeOf = async ({ id }: { id: string }) => (await db.earningAccount.findUniqueOrThrow({ where: { memberId: id } })).code;
const rowOf = (of: { number: number }, reader: { id: string }, post: { id: string }) =>
  db.epochRow.findFirstOrThrow({ where: { postId: post.id, reader: { epoch: of.number, memberId: reader.id } } });

test('a post that was removed within the hold brings nothing, to its writer and its readers, and the statement says why', async () => {
  const { of, sade, khanh, pavel, cron } = await ready();
  const [before, khanhs, pavels] = [await purseOf(sade), await rowOf(of, khanh, cron), await rowOf(of, pavel, cron)];
  await db.post.update({ where: { id: cron.id }, data: { publishedAt: null } });
  await over(of.number);
  const taken = khanhs.amount + pavels.amount;
  expect(await purseOf(sade)).toEqual({ pending: 0n, available: before.pending - taken });
  expect(await kinds([pendingOf(await codeOf(sade))])).toEqual([
    ['allocation', before.pending],
    ['claw-back: removed', -taken],
    ['release', -(before.pending - taken)],
  ]);
  const [given] = await givenTo(of, [khanh]);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: (given ?? 0n) - khanhs.reward });
  const line = (await statementOf(khanh, of.number))?.read.find(({ title }) => title === null);
  expect([line?.returned, line?.reward]).toEqual(['removed', khanhs.reward]);
});

test('of someone banned within the hold nothing stands, as reader or as writer; of two that turn out to be linked neither', async () => {
  const { of, ines, sade, khanh, pavel, ice, cron, scale } = await ready();
  await db.sanction.create({ data: { memberId: khanh.id, kind: 'banned', reason: 'spam' } });
  await db.earningLink.create({ data: { oneId: ines.id, otherId: pavel.id, ground: 'found', note: 'One household.' } });
  await over(of.number);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
  expect([
    (await rowOf(of, khanh, scale)).returned,
    (await rowOf(of, khanh, cron)).returned,
    (await rowOf(of, pavel, ice)).returned,
    (await rowOf(of, pavel, cron)).returned,
    (await rowOf(of, sade, scale)).returned,
  ]).toEqual(['banned', 'banned', 'linked', null, null]);
});

test('what a held reader moved is taken back, and comes back when there was nothing to it', async () => {
  const { of, ines, sade, khanh, scale, cron } = await ready();
  const [ada, judit] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member({ role: 'admin', name: 'Judit Farkas' })];
  const said = await twentyAtOnce(() => holdCredit(ada, { memberId: khanh.id, reason: 'no-jitter', note: 'Beats like a clock.' }));
  const ids = new Set(said.map((one) => (one.status === 'fulfilled' ? one.value.holdId : 'failed')));
  expect(ids.size).toBe(1);
  const [holdId = ''] = ids;
  const [toInes, toSade] = [await rowOf(of, khanh, scale), await rowOf(of, khanh, cron)];
  const whole = await givenTo(of, [ines, sade, khanh]);
  await over(of.number);
  expect(await Promise.all([ines, sade, khanh].map(purseOf))).toEqual([
    { pending: 0n, available: (whole[0] ?? 0n) - toInes.amount },
    { pending: 0n, available: (whole[1] ?? 0n) - toSade.amount },
    { pending: 0n, available: 0n },
  ]);
  const told = (await statementOf(khanh, of.number))?.held;
  expect([told?.reason, told?.note, told?.byMachine, told?.outcome]).toEqual(['no-jitter', 'Beats like a clock.', false, null]);
  expect((await statementOf(ines, of.number))?.held).toBeNull();
  await twentyAtOnce(() => endHold(judit, { holdId, outcome: 'cleared', answer: 'A screen reader.' }));
  expect(await Promise.all([ines, sade, khanh].map(purseOf))).toEqual(whole.map((available) => ({ pending: 0n, available })));
  expect(await kinds([availableOf(await codeOf(khanh))])).toEqual([['restoration', whole[2]]]);
});

test('a confirmed hold stays, a cleared one within the hold changes nothing', async () => {
  const { of, khanh, pavel } = await ready();
  const judit = await member({ role: 'admin' });
  const [one, two] = [
    await holdCredit(null, { memberId: khanh.id, reason: 'burst' }),
    await holdCredit(null, { memberId: pavel.id, reason: 'burst' }),
  ];
  await endHold(judit, { holdId: one.holdId, outcome: 'confirmed', answer: 'It was so.' });
  await endHold(judit, { holdId: two.holdId, outcome: 'cleared', answer: 'It was not.' });
  const given = await givenTo(of, [khanh, pavel]);
  await over(of.number);
  expect(await Promise.all([khanh, pavel].map(purseOf))).toEqual([
    { pending: 0n, available: 0n },
    { pending: 0n, available: given[1] },
  ]);
});

test('who may hold and answer a hold', async () => {
  const [ada, judit, ines, khanh] = [await member({ role: 'admin' }), await member({ role: 'moderator' }), await member(), await member()];
  const other = await member({ role: 'admin' });
  const asked = { memberId: khanh.id, reason: 'forged', note: 'Seen twice.' };
  for (const who of [judit, ines, khanh]) expect(await refusalOf(holdCredit(who, asked))).toBe('not-allowed');
  expect(await refusalOf(holdCredit(ada, { ...asked, memberId: ada.id }))).toBe('not-allowed');
  expect(await refusalOf(holdCredit(ada, { ...asked, note: '' }))).toBe('invalid');
  expect(await refusalOf(holdCredit(ada, { ...asked, reason: 'reported' }))).toBe('invalid');
  const { holdId } = await holdCredit(ada, asked);
  const answer = { holdId, outcome: 'confirmed', answer: 'It was so.' };
  for (const who of [judit, ines, khanh, ada]) expect(await refusalOf(endHold(who, answer))).toBe('not-allowed');
  expect(await refusalOf(endHold(other, answer))).toBe('done');
  expect(await refusalOf(endHold(other, answer))).toBe('done');
  expect(await refusalOf(endHold(other, { ...answer, outcome: 'cleared' }))).toBe('conflict');
});

test('someone who leaves takes the link along; the entries stay, and what was theirs goes back', async () => {
  const { of, ines, khanh, pavel, scale } = await ready();
  const [code, given, text] = [await codeOf(khanh), await givenTo(of, [ines, khanh, pavel]), await ledgerText()];
  await leave(khanh, { confirm: 'leave' });
  expect(await ledgerText()).toBe(text);
  expect([await db.earningAccount.count({ where: { code } }), await db.epochReader.count({ where: { memberId: khanh.id } })]).toEqual([
    0, 0,
  ]);
  await over(of.number);
  expect([await balanceOf(pendingOf(code)), await balanceOf(availableOf(code))].map(({ posted }) => posted)).toEqual([0n, 0n]);
  expect(await kinds([pendingOf(code)])).toEqual([
    ['allocation', given[1]],
    ['claw-back: left', -(given[1] ?? 0n)],
  ]);
  // Whom they read keeps what that brought.
  expect((await purseOf(ines)).available).toBe(given[0]);
  expect(scale.id).not.toBe('');
});

test('someone who leaves in the middle changes no posting of the others', async () => {
  const [there, of] = [await town(), await week()];
  await demoWeek(there, of);
  await divided(of);
  await record(db, 'approved', null, { epoch: of.number });
  const given = await givenTo(of, [there.ines, there.sade]);
  let come = 0;
  await expect(
    allocate(of.number, {
      watch: () => {
        come += 1;
        if (come === 3) throw new Error('killed');
      },
    }),
  ).rejects.toThrow('killed');
  await leave(there.pavel, { confirm: 'leave' });
  await leave(there.mai, { confirm: 'leave' });
  await allocate(of.number);
  await over(of.number);
  expect(await Promise.all([there.ines, there.sade].map(purseOf))).toEqual(given.map((available) => ({ pending: 0n, available })));
});

test('the archive has the statements, and nothing of who read one’s posts', async () => {
  const { of, ines, khanh } = await ready();
  const files = unzipSync(await archiveOf(ines, { statements: await statementsOf(ines) }));
  const text = strFromU8(files['statements.json'] ?? new Uint8Array());
  const [statement] = JSON.parse(text) as { epoch: number; closing: { pending: string }; written: { amount: string }[] }[];
  const [given] = await givenTo(of, [ines]);
  expect([statement?.epoch, statement?.closing.pending, statement?.written[0]?.amount]).toEqual([of.number, String(given), String(given)]);
  const reader = await db.epochReader.findFirstOrThrow({ where: { memberId: khanh.id, epoch: of.number } });
  expect([text.includes(khanh.id), text.includes(reader.id), text.includes(khanh.handle)]).toEqual([false, false, false]);
});

test('the night seals the ledger, counts it again, and keeps what it found', async () => {
  await ready();
  await twentyAtOnce(() => auditLedger());
  const last = await db.ledgerAudit.findFirstOrThrow({ orderBy: { at: 'desc' } });
  expect([last.faults, last.sealed === last.transactions, last.head.length]).toEqual([[], true, 64]);
  // A head that was said before and that the chain does not lead to.
  const { id } = await db.ledgerAudit.create({
    data: { sealed: last.sealed, transactions: last.transactions, lines: last.lines, head: '0'.repeat(64) },
  });
  vi.spyOn(log, 'error').mockImplementation(() => undefined);
  await auditLedger();
  // Nobody takes back what an audit said, nor says that it was well.
  for (const change of [() => db.ledgerAudit.delete({ where: { id } }), () => db.ledgerAudit.updateMany({ data: { faults: [] } })])
    await expect(change()).rejects.toThrow(/stays/);
  const { faults } = await db.ledgerAudit.findFirstOrThrow({ orderBy: { at: 'desc' } });
  await asOwner('TRUNCATE ledger_audit');
  expect(faults).toEqual([{ fault: 'L7: a head that was said is not in the chain', what: `${last.sealed} ${'0'.repeat(64)}` }]);
});

test('each statement begins with what the one before ended with', async () => {
  const [there, first] = [await town(), await week()];
  await demoWeek(there, first);
  await allocated(first);
  const second = await week();
  await demoWeek(there, second);
  await allocated(second);
  await over(first.number);
  const [one, two] = await statementsOf(there.khanh);
  const [a, b] = [await givenTo(first, [there.khanh]), await givenTo(second, [there.khanh])];
  expect([one?.opening, one?.closing, two?.opening]).toEqual([
    { pending: 0n, available: 0n },
    { pending: a[0], available: 0n },
    { pending: a[0], available: 0n },
  ]);
  expect(two?.closing).toEqual({ pending: b[0], available: a[0] });
  expect(two?.closing).toEqual(await purseOf(there.khanh));
  expect(two?.entries.map(({ kind }) => kind)).toEqual(['allocation', 'release', 'release']);
  const changed = two?.entries.reduce((all, { amount }) => all + amount, 0n);
  expect(changed).toBe(b[0]);
});

test('when a ban is over, what releases took for it comes back to the unit: to the person, and to whom they read', async () => {
  const { of, ines, sade, khanh } = await ready();
  const [ada, judit] = [await member({ role: 'admin' }), await member({ role: 'admin' })];
  const people = [ines, sade, khanh];
  const whole = await givenTo(of, people);
  await sanction(ada, { handle: khanh.handle, blogId: '', kind: 'banned', reason: 'spam', note: '', days: '' });
  const { id: sanctionId } = await db.sanction.findFirstOrThrow({ where: { memberId: khanh.id } });
  await over(of.number);
  expect(await purseOf(khanh)).toEqual({ pending: 0n, available: 0n });
  const told = await db.moderationEvent.findFirstOrThrow({ where: { personId: khanh.id, action: 'earning-taken-back' } });
  expect((await decisionMail(told.id))?.paragraphs.join(' ')).toContain('If the ban is taken back, they come back.');
  expect((await notificationsOf(khanh, undefined)).told.map((one) => one.kind === 'decision' && one.action)).toContain(
    'earning-taken-back',
  );
  await lift(judit, { sanctionId });
  const job = await restoring(khanh.id);
  // Killed after the first piece and run again, also many times at once, it comes back once.
  await restoreAfter(job, { atOnce: 1 });
  await twentyAtOnce(() => restoreAfter(job));
  expect(await Promise.all(people.map(purseOf))).toEqual(whole.map((available) => ({ pending: 0n, available })));
  expect(await db.epochRow.count({ where: { reader: { epoch: of.number }, returned: 'banned' } })).toBe(0);
  expect(await auditFaults()).toEqual([]);
});

test('a post that is published again brings back what was taken; who is banned meanwhile gets nothing back by it', async () => {
  const { of, sade, khanh, pavel, cron } = await ready();
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A clock that nobody winds.' }] }] };
  await db.draft.update({ where: { postId: cron.id }, data: { title: 'Cron', document } });
  const [whole, own] = [await givenTo(of, [sade, pavel]), await rowOf(of, khanh, cron)];
  await unpublishPost(sade, { postId: cron.id });
  await over(of.number);
  const told = await db.moderationEvent.findFirstOrThrow({ where: { personId: sade.id, action: 'earning-taken-back' } });
  expect((await decisionMail(told.id))?.paragraphs.join(' ')).toContain('When it is published again, they come back.');
  await db.sanction.create({ data: { memberId: khanh.id, kind: 'banned', reason: 'spam' } });
  await publishPost(sade, { postId: cron.id });
  await restoreAfter(await restoring(cron.id));
  expect(await Promise.all([sade, pavel].map(purseOf))).toEqual([
    { pending: 0n, available: (whole[0] ?? 0n) - own.amount },
    { pending: 0n, available: whole[1] },
  ]);
  expect((await rowOf(of, khanh, cron)).returned).toBe('banned');
  expect(await auditFaults()).toEqual([]);
});
