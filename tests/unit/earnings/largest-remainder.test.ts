import { expect, test } from 'vitest';
import { divide } from '@/lib/earnings/divide';
import { packEpoch } from '@/lib/earnings/epoch';
import { isSmall, scratchFor, splitByLargestRemainder, splitSmall } from '@/lib/earnings/largest-remainder';
import { randomFrom } from './instances';

const scratch = scratchFor(200);

function small(amount: number, weights: readonly number[]): bigint[] {
  scratch.weights.set(weights);
  splitSmall(
    amount,
    weights.reduce((a, b) => a + b, 0),
    weights.length,
    scratch,
  );
  return Array.from(scratch.parts.subarray(0, weights.length), BigInt);
}

/** As it is said: floors first, then the largest remainders, ties to the earlier place. */
function plainly(amount: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  const parts = weights.map((weight) => (amount * weight) / sum);
  const left = Number(amount - parts.reduce((a, b) => a + b, 0n));
  const remainder = (place: number) => (amount * (weights[place] ?? 0n)) % sum;
  const order = [...parts.keys()].sort((a, b) => Number(remainder(b) - remainder(a)) || a - b);
  for (const place of order.slice(0, left)) parts[place] = (parts[place] ?? 0n) + 1n;
  return parts;
}

test('what is split in floating point is what is split plainly in whole numbers, up to the largest that is exact', {
  timeout: 60_000,
}, () => {
  const random = randomFrom(17);
  let near = 0;
  for (let nth = 0; nth < 20_000; nth += 1) {
    const weights = Array.from({ length: 1 + random([3, 20, 200][random(3)] ?? 3) }, () => 1 + random([3, 1_000, 100_000][random(3)] ?? 3));
    const sum = weights.reduce((a, b) => a + b, 0);
    const most = Math.floor(Number.MAX_SAFE_INTEGER / sum) - 1;
    // Just below what is exact, where a quotient that is nearly whole would be rounded up first.
    const amount = [random(50), random(1_000_000), most - random(100), Math.floor(most / sum) * sum - 1][random(4)] ?? 0;
    if (amount < 0 || !isSmall(amount, sum)) continue;
    near += Number(amount > most / 2);
    const big = weights.map((weight) => BigInt(weight));
    const wanted = plainly(BigInt(amount), big);
    expect(small(amount, weights)).toEqual(wanted);
    expect(splitByLargestRemainder(BigInt(amount), big, BigInt(sum))).toEqual(wanted);
  }
  expect(near).toBeGreaterThan(4_000);
});

test('what would be rounded is not taken for small', () => {
  expect([isSmall(2 ** 53, 1), isSmall(0, 2 ** 53), isSmall(2 ** 27, 2 ** 26), isSmall(2 ** 26, 2 ** 26)]).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('a payee of readers whose shares are small and whose sum is not gets it to the unit', () => {
  const budget = 2n ** 52n - 1n;
  const readers = Array.from({ length: 9 }, (_, nth) => ({ id: `r${nth}`, budget, weights: [['a', 1n]] as [string, bigint][] }));
  expect([...divide(packEpoch({ pool: 2n ** 60n, readerShare: null, readers })).payees]).toEqual([9n * budget]);
});

test('each part is heard as it is paid, of small readers and of large', () => {
  const epoch = packEpoch({
    pool: 2n ** 62n,
    readerShare: [15n, 100n],
    readers: [
      {
        id: 'r1',
        budget: 101n,
        weights: [
          ['a', 2n],
          ['b', 1n],
        ],
      },
      {
        id: 'r2',
        budget: 2n ** 60n,
        weights: [
          ['a', 2n ** 40n],
          ['b', 2n ** 62n],
        ],
      },
    ],
  });
  const heard = new Map<number, bigint>();
  const { payees, contributions, rewards } = divide(epoch, (_, payee, amount) => heard.set(payee, (heard.get(payee) ?? 0n) + amount));
  expect([...heard.values()]).toEqual([...payees]);
  expect([...payees].reduce((a, b) => a + b)).toBe([...contributions].reduce((a, b) => a + b) - [...rewards].reduce((a, b) => a + b));
});
