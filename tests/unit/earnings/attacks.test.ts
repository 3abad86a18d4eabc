import { describe, expect, test } from 'vitest';
import { divide } from '@/lib/earnings/divide';
import { outcomeOf } from '../../bench/earning/attack';
import { attacksWith, EVERY_SECOND } from '../../bench/earning/attacks';
import type { Divide } from '../../bench/earning/rules';
import { townOf } from '../../bench/earning/town';

const town = townOf(1, { people: 300, authors: 60 });
const K = 50;
// What the product's statements credit is measured by the bench itself, and held by the tests of reading.
const ATTACKS = attacksWith(EVERY_SECOND);
const attack = (name: string) => ATTACKS.find((one) => one.name === name) ?? ATTACKS[0];
const passes = (name: string, by?: Divide): boolean => {
  const found = attack(name);
  return found !== undefined && outcomeOf(found, { town, k: K, ...(by ? { by } : {}) }).passed;
};

describe('the bench of attacks', () => {
  test.each(ATTACKS.map(({ name }) => name))('finds %s within its bound', (name) => expect(passes(name)).toBe(false));

  test('finds twenty thousand bots without proof within the quarantine', () => {
    const found = attack('F1');
    expect(found && outcomeOf(found, { town, k: 20_000 })).toMatchObject({ passed: false });
  });

  test('finds the rule worth a bot’s while nowhere, and pro-rata so', () => {
    const found = attack('A1');
    const outcome = found && outcomeOf(found, { town, k: K });
    expect(outcome?.ours).toBeLessThan(0.85);
    expect(outcome?.proRata).toBeGreaterThan(1);
  });
});

/** Divides as if budgets had no end. */
const unbounded: Divide = (epoch, allocated) =>
  divide({ ...epoch, budgets: epoch.budgets.map((budget) => budget && 10n ** 15n) }, allocated);
/** Divides, and pays a bonus for every payee who was read. */
const bonus: Divide = (epoch, allocated) => {
  const division = divide(epoch, allocated);
  return { ...division, payees: division.payees.map((amount) => (amount > 0n ? amount + 1_000_000n : amount)) };
};
/** Divides, and claws nothing back. */
const forgetful: Divide = (epoch) => divide(epoch);
/** Rewards readers with all they move, once more. */
const generous: Divide = (epoch, allocated) => {
  const division = divide(epoch, allocated);
  return { ...division, rewards: division.contributions };
};

describe('an error planted in the division', () => {
  test.each<[string, string, Divide]>([
    ['budgets without end', 'A1', unbounded],
    ['budgets without end', 'A8', unbounded],
    ['budgets without end', 'A13', unbounded],
    ['budgets without end', 'F2', unbounded],
    ['a bonus for every payee', 'A8', bonus],
    ['a bonus for every payee', 'A10 split', bonus],
    ['a claw-back that is forgotten', 'A9', forgetful],
    ['a claw-back that is forgotten', 'A14', forgetful],
    ['readers paid twice', 'F6', generous],
    ['readers paid twice', 'F4', generous],
  ])('%s is caught by %s', (_error, name, by) => expect(passes(name, by)).toBe(true));
});
