import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { knownActs, publicActs } from '@/lib/earnings/acts';
import { announceRule } from '@/lib/earnings/commands/announce-rule';
import { openEpoch } from '@/lib/earnings/commands/open-epoch';
import { withdrawRule } from '@/lib/earnings/commands/withdraw-rule';
import { FIRST_RULE } from '@/lib/earnings/rule';
import { typedRule } from '@/lib/earnings/rule-form';
import { announcedRules, comingStarts, ruleAt, ruleOf } from '@/lib/earnings/rules';
import { type FactoryMember, member } from '../../factories/people';
import { refusalOf, twentyAtOnce } from '../../support/refusal';

const DAY = 86_400_000;
// A Wednesday in a year of its own for each test.
let now = new Date(Date.UTC(2030, 0, 2, 12));
let ada: FactoryMember;
let asked: Record<string, string>;

beforeEach(async () => {
  now = new Date(now.getTime() + 364 * DAY);
  await openEpoch(now);
  ada = await member({ role: 'admin', name: 'Ada Lindqvist' });
  const [start = 0] = await comingStarts(now);
  const last = await db.earningRule.findFirstOrThrow({ orderBy: { version: 'desc' } });
  asked = {
    ...typedRule(FIRST_RULE),
    emission: '90000',
    version: String(last.version + 1),
    startsAt: String(start),
    words: 'The pool was larger than what is read.',
  };
});

const versions = async () => (await announcedRules()).map(({ rule }) => rule.version);

test('a rule is announced, waits a week or more, holds from the beginning of an epoch on, and older epochs keep theirs', async () => {
  const before = await ruleAt(now);
  await announceRule(ada, asked, now);
  const version = Number(asked.version);
  const start = new Date(Number(asked.startsAt));
  expect(start.getTime() - now.getTime()).toBeGreaterThanOrEqual(7 * DAY);
  expect([(await ruleAt(now)).version, (await ruleAt(new Date(start.getTime() - 1))).version, (await ruleAt(start)).version]).toEqual([
    before.version,
    before.version,
    version,
  ]);
  await openEpoch(new Date(start.getTime() + DAY));
  const epochs = await db.epoch.findMany({ orderBy: { number: 'desc' }, take: 2 });
  expect(epochs.map(({ ruleVersion }) => ruleVersion)).toEqual([version, before.version]);
  expect(epochs[0]?.startsAt).toEqual(start);
  expect((await ruleOf(version)).emission).toBe(90_000_000n);
  expect((await ruleOf(before.version)).emission).toBe(before.emission);
  const [known] = await announcedRules();
  expect([known?.words, known?.withdrawn, known?.rule.version]).toEqual([asked.words, null, version]);
});

test('the same twenty times at once, and again, is announced once; another under the same version is not', async () => {
  const said = await twentyAtOnce(() => announceRule(ada, asked, now));
  expect(said.filter(({ status }) => status === 'rejected')).toEqual([]);
  const version = Number(asked.version);
  expect((await versions()).filter((one) => one === version)).toEqual([version]);
  expect(await db.earningEvent.count({ where: { version } })).toBe(1);
  expect(await refusalOf(announceRule(ada, { ...asked, emission: '80000' }, now))).toBe('conflict');
  const khanh = await member({ role: 'admin', name: 'Khanh Trinh' });
  expect(await refusalOf(announceRule(khanh, asked, now))).toBe('conflict');
  expect(await refusalOf(announceRule(ada, { ...asked, version: String(version + 5) }, now))).toBe('conflict');
  expect((await ruleOf(version)).emission).toBe(90_000_000n);
});

describe('what is refused', () => {
  const fieldsOf = async (change: Record<string, string>, at = now) =>
    announceRule(ada, { ...asked, ...change }, at).then(
      () => 'done',
      ({ fields }: { fields: object }) => fields,
    );

  test('a start in the past, one within the week, one in the middle of an epoch, and one that is none', async () => {
    const start = Number(asked.startsAt);
    for (const startsAt of [start - 700 * DAY, start - 7 * DAY, start + DAY, start + 1])
      expect(await fieldsOf({ startsAt: String(startsAt) })).toEqual({ startsAt: 'no-start' });
    expect(await fieldsOf({}, new Date(start - 7 * DAY + 1))).toEqual({ startsAt: 'no-start' });
    expect(await fieldsOf({ words: ' ' })).toEqual({ words: 'required' });
    expect(await versions()).not.toContain(Number(asked.version));
  });

  test('a second one while one waits, until that is withdrawn or has begun', async () => {
    await announceRule(ada, asked, now);
    const next = { version: String(Number(asked.version) + 1), startsAt: String(Number(asked.startsAt) + 7 * DAY) };
    expect(await fieldsOf(next)).toEqual({ startsAt: 'rule-waits' });
    await withdrawRule(ada, { version: asked.version, words: 'A slip of the pen.' }, now);
    expect(await fieldsOf(next)).toBe('done');
  });

  test('everybody but admins', async () => {
    const [judit, ines] = [await member({ role: 'moderator', name: 'Judit' }), await member({ name: 'Ines Duarte' })];
    for (const who of [judit, ines]) {
      expect(await refusalOf(announceRule(who, asked, now))).toBe('not-allowed');
      expect(await refusalOf(withdrawRule(who, { version: '1', words: 'No.' }, now))).toBe('not-allowed');
    }
  });
});

test('what has not begun can be withdrawn, once; what has begun stays for ever', async () => {
  await announceRule(ada, asked, now);
  const version = Number(asked.version);
  const khanh = await member({ role: 'admin', name: 'Khanh Trinh' });
  const asIs = await ruleAt(now);
  await twentyAtOnce(() => withdrawRule(khanh, { version, words: 'Too little notice.' }, now));
  const known = (await announcedRules()).find(({ rule }) => rule.version === version);
  expect(known?.withdrawn?.words).toBe('Too little notice.');
  expect(await db.earningEvent.count({ where: { version } })).toBe(2);
  await openEpoch(new Date(Number(asked.startsAt) + DAY));
  expect((await db.epoch.findFirstOrThrow({ orderBy: { number: 'desc' } })).ruleVersion).toBe(asIs.version);

  expect(await refusalOf(withdrawRule(khanh, { version: asIs.version, words: 'Now?' }, now))).toBe('conflict');
  expect(await refusalOf(withdrawRule(khanh, { version: 9_999, words: 'What?' }, now))).toBe('not-found');
  expect(await refusalOf(withdrawRule(khanh, { version }, now))).toBe('invalid');
});

test('withdrawn in the moment of its start, either no epoch has it or it stays', async () => {
  await announceRule(ada, asked, now);
  const version = Number(asked.version);
  const start = Number(asked.startsAt);
  const [, withdrawn] = await Promise.allSettled([
    openEpoch(new Date(start + DAY)),
    withdrawRule(ada, { version, words: 'At the last moment.' }, new Date(start - 1)),
  ]);
  const epochs = await db.epoch.count({ where: { ruleVersion: version } });
  expect([epochs, withdrawn?.status]).toEqual(epochs === 1 ? [1, 'rejected'] : [0, 'fulfilled']);
});

test('who did it stands in the log of admins, and nobody’s name in what everyone may read', async () => {
  await announceRule(ada, asked, now);
  const version = Number(asked.version);
  const [known, shown] = [(await knownActs({ most: 1 }))[0], (await publicActs(1))[0]];
  expect([known?.act, known?.by, known?.version, known?.words]).toEqual(['rule-announced', ada.name, version, asked.words]);
  expect([shown?.act, shown?.version, shown?.byItself]).toEqual(['rule-announced', version, false]);
  expect(JSON.stringify(shown)).not.toContain('Ada');
  expect(JSON.stringify(shown)).not.toContain(ada.id);
  await db.member.delete({ where: { id: ada.id } });
  expect((await knownActs({ most: 1 }))[0]).toMatchObject({ act: 'rule-announced', by: null, byItself: false });
});
