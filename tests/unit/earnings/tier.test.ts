import { expect, test } from 'vitest';
import { derivedId, pseudonymOf } from '@/lib/earnings/names';
import { poolOf } from '@/lib/earnings/pools';
import { FIRST_RULE } from '@/lib/earnings/rule';
import { budgetAt, type Proof, tierOf } from '@/lib/earnings/tier';

const DAY = 86_400_000;
const at = Date.UTC(2026, 10, 25);
const ago = (days: number) => new Date(at - days * DAY);
const proof = (tier: Proof['tier'], days: number): Proof => ({ tier, since: ago(days) });

test.each<[string, Date | null, Proof[], string, bigint]>([
  ['Ines, whose address is confirmed for a week', ago(7), [], 'none', 1_062n],
  ['Mai, a day short of it', ago(6), [], 'none', 0n],
  ['Pavel, who never confirmed one', null, [], 'none', 0n],
  ['Teo, who confirmed one after the epoch', ago(-1), [], 'none', 0n],
  ['Khanh, with a number', null, [proof('phone', 1)], 'phone', 12_750n],
  ['Sade, with papers and a number', ago(7), [proof('identity', 0), proof('phone', 9)], 'identity', 425_000n],
  ['Bảo, whose papers came after the epoch', ago(7), [proof('card', 2), proof('identity', -1)], 'card', 63_750n],
])('%s', (_who, emailVerifiedAt, proofs, tier, budget) => {
  expect([tierOf({ emailVerifiedAt, proofs }, at), budgetAt({ emailVerifiedAt, proofs }, FIRST_RULE, at)]).toEqual([tier, budget]);
});

test('who has proven nothing is in the quarantine, everybody else in the main pool', () => {
  expect((['none', 'phone', 'card', 'identity'] as const).map(poolOf)).toEqual(['quarantine', 'main', 'main', 'main']);
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
