import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { findAllUnusual, findUnusual } from '@/lib/earnings/commands/find-unusual';
import { forgetEvidence } from '@/lib/earnings/commands/forget-evidence';
import { freeze } from '@/lib/earnings/commands/freeze';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { decisionMail } from '@/lib/earnings/decision-mails';
import { holdReasonWords } from '@/lib/earnings/hold-words';
import type { Evidence } from '@/lib/earnings/risk/rule';
import { toldOfEarning } from '@/lib/earnings/told-holds';
import { seenPerson } from '@/lib/earnings/unusual';
import { openReading } from '@/lib/reading/commands/open-reading';
import { setMeasured } from '@/lib/reading/commands/set-measured';
import { takeBeat } from '@/lib/reading/commands/take-beat';
import { blog, type FactoryMember, member, post, sessionOf } from '../../factories/people';
import { stopClock } from '../../support/database-clock';
import { twentyAtOnce } from '../../support/refusal';
import { chance } from '../../unit/earnings/simulated-readers';

const DAY = 86_400_000;
/** A Monday. */
const MONDAY = Date.UTC(2026, 9, 5);
let at = MONDAY + DAY;
const setClock = await stopClock(new Date(at));
const later = async (milliseconds: number) => {
  at += milliseconds;
  await setClock(new Date(at));
};

const ines = await member({ name: 'Ines Duarte' });
const [ada, judit] = [await member({ role: 'admin', name: 'Ada Lindqvist' }), await member({ role: 'admin', name: 'Judit Farkas' })];
const tide = await blog({ owner: ines });
const document = { type: 'doc', content: Array.from({ length: 30 }, () => ({ type: 'paragraph' })) };
const longPost = async () => {
  const { id } = await post({ blog: tide, author: ines });
  return db.post.update({ where: { id }, data: { document, words: 3_000 } });
};
const posts = [await longPost(), await longPost()];
const reader = async (name: string, role: 'member' | 'moderator' = 'member') => {
  const one = await member({ name, role });
  await setMeasured(one, { on: '1' });
  return { one, hash: await sessionOf(one) };
};

type Gap = () => number;
type View = (nth: number) => [number, number];
/** Reads a post beat by beat, by the server's own statements. */
async function readAs({ hash }: { hash: string }, of: { id: string }, { beats, gap, view }: { beats: number; gap: Gap; view: View }) {
  const session = randomUUID();
  await openReading(hash, { session, post: of.id });
  for (let nth = 0; nth < beats; nth += 1) {
    await later(gap());
    await takeBeat(hash, { session, seq: nth + 1, seen: view(nth) });
  }
}
const next = chance(11);
const human: Gap = () => Math.round(10_000 + (next() * 2 - 1) * 1_000 + next() * 80);
const clock: Gap = () => 10_000;
const scripted: View = (nth) => [Math.floor(nth / 3), Math.floor(nth / 3) + 4];
const own = (): View => {
  let top = 0;
  return () => {
    top = Math.min(25, top + Math.floor(next() * 2.2));
    return [top, top + 4];
  };
};
const evidenceOf = (hold: { evidence: unknown } | undefined) => (hold?.evidence ?? { figures: {}, posts: [] }) as Evidence;
const holdsOf = ({ id }: FactoryMember) => db.earningHold.findMany({ where: { memberId: id }, orderBy: { id: 'asc' } });
const week = async () => {
  await openEpoch(new Date(at));
  return db.epoch.findFirstOrThrow({ orderBy: { number: 'desc' } });
};

test('what beats like a clock is held by the night, once, with figures that let a human judge; an honest reader and staff are not', async () => {
  const of = await week();
  const [bot, mai, staff] = [await reader('Otto Uhr'), await reader('Mai Tran'), await reader('Judit Szabo', 'moderator')];
  await readAs(bot, posts[0] as { id: string }, { beats: 100, gap: clock, view: own() });
  await readAs(staff, posts[0] as { id: string }, { beats: 100, gap: clock, view: own() });
  await readAs(mai, posts[0] as { id: string }, { beats: 100, gap: human, view: own() });
  // Reports are nothing to it.
  const said = await db.comment.create({
    data: { postId: posts[0]?.id ?? '', authorId: mai.one.id, body: 'A word.', status: 'visible', submissionKey: randomUUID() },
  });
  for (let nth = 0; nth < 30; nth += 1) {
    const { id: memberId } = await member();
    await db.report.create({ data: { commentId: said.id, revision: 1, reason: 'spam', memberId } });
  }
  await findAllUnusual(new Date(at));
  await Promise.all([1, 2, 3].map(() => findUnusual(of.number, new Date(at))));
  const [hold, ...more] = await holdsOf(bot.one);
  expect(more).toEqual([]);
  expect([hold?.reason, hold?.byMachine, hold?.ruleVersion, hold?.outcome]).toEqual(['no-jitter', true, 1, null]);
  const { figures, posts: shown } = evidenceOf(hold);
  expect([figures.beats, figures.spread, figures['spread-least']]).toEqual([100, 0, 150]);
  expect(shown).toEqual([{ postId: posts[0]?.id, figures: { beats: 100, spread: 0 } }]);
  expect([await holdsOf(mai.one), await holdsOf(staff.one), await holdsOf(ines)]).toEqual([[], [], []]);
  const seen = await seenPerson(ada, bot.one.handle);
  expect([seen.holds[0]?.figures.spread, seen.holds[0]?.posts, seen.holds[0]?.answers]).toEqual([
    0,
    [{ place: 1, figures: { beats: 100, spread: 0 } }],
    ['cleared', 'confirmed'],
  ]);
  // Which post held whom for how long is its reader's alone to see: an admin may have written it.
  const told = inspect(seen, { depth: 9 });
  for (const name of [posts[0]?.id, posts[0]?.title]) expect(told).not.toContain(name);
  // What a human has cleared stays so: this night, and when it is read on like that.
  await endHold(ada, { holdId: hold?.id, outcome: 'cleared', answer: 'A program that reads aloud, with a clock of its own.' });
  await findUnusual(of.number, new Date(at));
  await readAs(bot, posts[1] as { id: string }, { beats: 100, gap: clock, view: own() });
  await findUnusual(of.number, new Date(at));
  expect((await holdsOf(bot.one)).map(({ outcome }) => outcome)).toEqual(['cleared']);
}, 90_000);

test('what a rule finds while somebody is held is added to that hold, once, and told: nobody clears what they have not seen', async () => {
  const who = await member({ name: 'Nadia Haddad' });
  const seen = (mark: string, beats: number) => ({ version: 1, marks: [mark], evidence: { figures: { beats }, posts: [] } });
  const find = (reason: string, mark: string, beats = 90) => holdCredit(null, { memberId: who.id, reason }, seen(mark, beats));
  const { holdId } = await find('burst', 'one');
  await twentyAtOnce(() => find('same-trace', 'two', 40));
  expect([await find('burst', 'one'), await holdCredit(null, { memberId: who.id, reason: 'unproven' })]).toEqual([{ holdId }, { holdId }]);
  await holdCredit(null, { memberId: who.id, reason: 'unproven' });
  const [hold, ...others] = (await seenPerson(ada, who.handle)).holds;
  expect([others, hold?.reason, hold?.more]).toEqual([
    [],
    'burst',
    [
      { place: 1, reason: 'same-trace', figures: { beats: 40 } },
      { place: 2, reason: 'unproven', figures: {} },
    ],
  ]);
  const told = await db.moderationEvent.findMany({ where: { holdId, action: 'earning-held' }, orderBy: { seq: 'asc' } });
  expect(told.map(({ rule }) => rule)).toEqual(['burst', 'same-trace', 'unproven']);
  // Each in its own words, by mail and in the settings.
  const mails = await Promise.all(told.map(({ id }) => decisionMail(id)));
  for (const [nth, { rule }] of told.entries()) expect(mails[nth]?.paragraphs.join('\n')).toContain(holdReasonWords('en', rule));
  expect((await toldOfEarning(who, new Date())).holds.map(({ reason, others }) => [reason, ...others])).toEqual([
    ['burst', 'same-trace', 'unproven'],
  ]);
});

test('five accounts that go the same way through two posts are held before the division; four of their own are not', async () => {
  await later(7 * DAY);
  const of = await week();
  const bots = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => reader(`Bot ${name}`)));
  const people = await Promise.all(['Mai Tran', 'Teo', 'Sade Okafor', 'Pavel M.'].map((name) => reader(name)));
  for (const what of posts) {
    for (const bot of bots) await readAs(bot, what, { beats: 30, gap: human, view: scripted });
    for (const one of people) await readAs(one, what, { beats: 30, gap: human, view: own() });
  }
  const before = await db.epoch.findFirstOrThrow({ where: { number: of.number - 1 } });
  await db.epoch.update({ where: { number: before.number }, data: { dividedAt: new Date(), state: 'released' } });
  const now = new Date(of.endsAt.getTime() + 120_000);
  await twentyAtOnce(() => findUnusual(of.number, now));
  for (const { one } of bots) {
    const [hold, ...more] = await holdsOf(one);
    expect([hold?.reason, more.length, evidenceOf(hold).figures]).toEqual([
      'same-trace',
      0,
      { posts: 2, accounts: 5, 'accounts-least': 5 },
    ]);
  }
  for (const { one } of people) expect(await holdsOf(one)).toEqual([]);
  // One is confirmed within the week: the week is held all the same, and not found anew.
  const [first] = bots;
  const [hold] = await holdsOf(first?.one as FactoryMember);
  await endHold(judit, { holdId: hold?.id, outcome: 'confirmed', answer: 'The same script.' }, new Date(of.startsAt.getTime() + DAY));
  await freeze(of.number, { now });
  expect(await holdsOf(first?.one as FactoryMember)).toHaveLength(1);
  const readers = await db.epochReader.findMany({ where: { epoch: of.number }, select: { memberId: true, holdId: true } });
  const heldIds = readers.filter(({ holdId }) => holdId !== null).map(({ memberId }) => memberId);
  expect(heldIds.sort()).toEqual(bots.map(({ one }) => one.id).sort());
  expect((await db.epoch.findUniqueOrThrow({ where: { number: of.number } })).state).toBe('frozen');
  // Frozen, it is looked at no more.
  await db.earningHold.deleteMany({});
  await findUnusual(of.number, now);
  expect(await db.earningHold.count()).toBe(0);
}, 120_000);

test('a reading that was opened before the week began and goes on in it is looked at with it; a clearing of long ago hides nothing', async () => {
  const before = await week();
  const bot = await reader('Otto Uhr');
  await later(before.endsAt.getTime() - at - 60_000);
  await readAs(bot, posts[0] as { id: string }, { beats: 100, gap: clock, view: own() });
  const of = await week();
  expect(of.number).toBe(before.number + 1);
  await findUnusual(of.number, new Date(at));
  const [hold] = await holdsOf(bot.one);
  expect(hold?.reason).toBe('no-jitter');
  await endHold(ada, { holdId: hold?.id, outcome: 'cleared', answer: 'A switch, pressed by a machine, at their wish.' });
  await findUnusual(of.number, new Date(at));
  expect(await holdsOf(bot.one)).toHaveLength(1);
  await db.earningHold.updateMany({ where: { memberId: bot.one.id }, data: { endedAt: new Date(of.startsAt.getTime() - 91 * DAY) } });
  await findUnusual(of.number, new Date(at));
  expect(await holdsOf(bot.one)).toHaveLength(2);
});

test('which posts a hold names is forgotten when nobody has to judge it any more', async () => {
  const [one, two, three] = [await member(), await member(), await member()];
  const evidence = { figures: { beats: 100 }, posts: [{ postId: posts[0]?.id ?? '', figures: { beats: 100 } }] };
  const [open, cleared, confirmed] = await db.earningHold.createManyAndReturn({
    data: [one, two, three].map(({ id }) => ({ memberId: id, reason: 'no-jitter', byMachine: true, evidence })),
  });
  const end = (id: string | undefined, outcome: 'cleared' | 'confirmed') =>
    db.earningHold.update({ where: { id: id ?? '' }, data: { outcome, endedAt: new Date(at) } });
  await end(cleared?.id, 'cleared');
  await end(confirmed?.id, 'confirmed');
  const named = async () =>
    Promise.all(
      [open, cleared, confirmed].map(
        async (hold) => evidenceOf(await db.earningHold.findUniqueOrThrow({ where: { id: hold?.id ?? '' } })).posts.length,
      ),
    );
  await forgetEvidence(new Date(at));
  expect(await named()).toEqual([1, 0, 1]);
  await forgetEvidence(new Date(at + 5 * 30 * DAY));
  expect(await named()).toEqual([1, 0, 1]);
  await forgetEvidence(new Date(at + 190 * DAY));
  expect(await named()).toEqual([1, 0, 0]);
  expect(evidenceOf(await db.earningHold.findUniqueOrThrow({ where: { id: cleared?.id ?? '' } })).figures).toEqual({ beats: 100 });
});

test('ten accounts made within a day that read one writer for hours are held; the writer never is', async () => {
  await later(7 * DAY);
  const of = await week();
  const made = new Date(at - 2 * DAY);
  const bots = await Promise.all(Array.from({ length: 10 }, (_, nth) => reader(`New ${nth}`)));
  const [what] = posts;
  for (const [nth, { one }] of bots.entries()) {
    await db.member.update({ where: { id: one.id }, data: { createdAt: new Date(made.getTime() + nth * 60_000) } });
    const { id } = await db.readingSession.create({
      data: { readerId: one.id, postId: what?.id ?? '', blocks: 30, openedAt: new Date(at) },
    });
    const first = BigInt(Math.floor(at / 10_000));
    await db.readingBeat.createMany({
      data: Array.from({ length: 400 }, (_, place) => ({ readerId: one.id, slot: first + BigInt(place), sessionId: id })),
    });
  }
  await findUnusual(of.number, new Date(at + DAY));
  for (const { one } of bots) expect((await holdsOf(one)).map(({ reason }) => reason)).toEqual(['burst']);
  expect(await holdsOf(ines)).toEqual([]);
  const [hold] = await holdsOf(bots[0]?.one as FactoryMember);
  const text = JSON.stringify([hold?.evidence, hold?.marks]);
  for (const { id } of [ines, ...bots.slice(1).map(({ one }) => one)]) expect(text).not.toContain(id);
  // Cleared, the same burst is not held again.
  await endHold(ada, { holdId: hold?.id, outcome: 'cleared', answer: 'A school class.' });
  await findUnusual(of.number, new Date(at + DAY));
  expect(await holdsOf(bots[0]?.one as FactoryMember)).toHaveLength(1);
}, 60_000);
