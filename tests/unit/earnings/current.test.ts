import { expect, test } from 'vitest';
import { rulesAt, rulesOf, tierOf } from '@/lib/earnings/current';
import { derivedId, pseudonymOf } from '@/lib/earnings/names';

const DAY = 86_400_000;
const at = Date.UTC(2026, 10, 25);
const ago = (days: number) => new Date(at - days * DAY);

test.each<[string, Date | null, number, string]>([
  ['Ines, verified and a month here', ago(30), 30, 'mail'],
  ['Mai, verified and a day short of it', ago(29), 29, 'none'],
  ['Pavel, here for a year and never verified', null, 365, 'none'],
  ['Teo, here for a year and verified after the epoch', ago(-1), 365, 'none'],
])('%s', (_who, emailVerifiedAt, days, tier) => expect(tierOf({ emailVerifiedAt, createdAt: ago(days) }, at)).toBe(tier));

test('an account without proof has no part in the main pool, and the dearer to forge the more', () => {
  const { budgetOf } = rulesAt(at);
  const budgets = (['none', 'mail', 'passkey', 'phone', 'identity'] as const).map(budgetOf);
  expect(budgets[0]).toBe(0n);
  expect(budgets.toSorted((a, b) => Number(a - b))).toEqual(budgets);
  expect(new Set(budgets).size).toBe(5);
  expect(rulesOf(rulesAt(at).version)).toBe(rulesAt(at));
  expect(() => rulesOf(0)).toThrow(/no rules/);
});

test('an id follows from its name alone', () => {
  expect(derivedId('allocation:1:0')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId('allocation:1:0')).toBe(derivedId('allocation:1:0'));
  expect(new Set(['allocation:1:0', 'allocation:1:1', 'allocation:11:0', 'release:1:0'].map(derivedId)).size).toBe(4);
});

test('a person has another name with each secret, and as a reader and as a payee', () => {
  const names = ['reader', 'payee of main', 'payee of quarantine'].flatMap((as) =>
    ['one', 'two'].map((secret) => pseudonymOf(secret, as, 'ines')),
  );
  expect(new Set(names).size).toBe(6);
  expect(pseudonymOf('one', 'reader', 'ines')).toBe(names[0]);
});
