import { expect, test } from 'vitest';
import { divide } from '@/lib/earnings/divide';
import { packEpoch } from '@/lib/earnings/epoch';
import { splitByLargestRemainder } from '@/lib/earnings/largest-remainder';
import { type Instance, instance, randomFrom, sum } from './instances';

/** As the design says it: by budget a second, each capped while what is left reaches it. */
function walked({ pool, readers }: Instance): Map<string, bigint> {
  const active = readers
    .map(({ id, budget, weights }) => ({ id, budget, read: sum(weights.map(([, seconds]) => seconds)) }))
    .filter(({ budget, read }) => budget > 0n && read > 0n)
    .sort((a, b) => Number(a.budget * b.read - b.budget * a.read) || (a.id < b.id ? -1 : 1));
  const found = new Map(active.map(({ id, budget }) => [id, budget]));
  let [left, seconds] = [pool, sum(active.map(({ read }) => read))];
  if (sum(active.map(({ budget }) => budget)) <= pool) return found;
  let nth = 0;
  for (let one = active[nth]; one && left * one.read >= one.budget * seconds; one = active[nth]) {
    [left, seconds, nth] = [left - one.budget, seconds - one.read, nth + 1];
  }
  const rest = active.slice(nth).sort((a, b) => (a.id < b.id ? -1 : 1));
  const shares = splitByLargestRemainder(
    left,
    rest.map(({ read }) => read),
    seconds,
  );
  for (const [place, { id }] of rest.entries()) found.set(id, shares[place] ?? 0n);
  return found;
}

function moved({ pool, readers }: Instance): Map<string, bigint> {
  const epoch = packEpoch({ pool, readerShare: null, readers });
  const { contributions } = divide(epoch);
  return new Map(epoch.readers.map((id, place) => [id, contributions[place] ?? 0n]));
}

const same = (one: Instance): void => {
  const [wanted, found] = [walked(one), moved(one)];
  for (const { id } of one.readers) expect(found.get(id), `${id} of ${one.pool}`).toBe(wanted.get(id) ?? 0n);
};

test('what each moves is what a walk by budget a second finds', { timeout: 60_000 }, () => {
  const random = randomFrom(23);
  for (let nth = 0; nth < 20_000; nth += 1) same(instance(random));
});

test('also where budgets and seconds lie far apart, or are nearly in one proportion', { timeout: 60_000 }, () => {
  const random = randomFrom(29);
  const powers = Array.from({ length: 60 }, (_, nth) => 2n ** BigInt(nth));
  for (let nth = 0; nth < 300; nth += 1) {
    const readers = Array.from({ length: 60 }, (_, place) => {
      const [budget = 1n, seconds = 1n] =
        nth % 2 === 0 ? [powers[random(60)], powers[random(40)]] : [10n ** 15n + BigInt(random(3)), 10n ** 9n + BigInt(random(3))];
      return { id: `r${String(place).padStart(2, '0')}`, budget, weights: [['a', seconds]] as [string, bigint][] };
    });
    const all = sum(readers.map(({ budget }) => budget));
    same({ pool: (all * BigInt(1 + random(99))) / 100n, readers });
  }
});
