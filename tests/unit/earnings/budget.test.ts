import { describe, expect, test } from 'vitest';
import { grossOf, memberBudget, type Payment, pointBudget, putInBy } from '@/lib/earnings/budget';
import { divide } from '@/lib/earnings/divide';
import { packEpoch } from '@/lib/earnings/epoch';
import { sizesOf } from '@/lib/earnings/pools';
import { partOf, splitPool } from '@/lib/earnings/quarantine';
import { earningRuleAt, TIERS, type Tier } from '@/lib/earnings/rule';
import { randomFrom, type reader } from './instances';

const rule = earningRuleAt(Date.UTC(2026, 10, 25));
const eight = (more: Partial<Payment> = {}): Payment => ({ price: 8_000_000n, discount: 0n, costs: 532_000n, state: 'paid', ...more });

describe('the rule in force', () => {
  const [first, second] = [
    { ...rule, version: 1, from: 100 },
    { ...rule, version: 2, from: 200 },
  ];
  test('is the newest that has started', () => {
    expect([100, 199, 200].map((at) => earningRuleAt(at, [first, second]).version)).toEqual([1, 1, 2]);
  });
  test('is none before the first', () => expect(() => earningRuleAt(99, [first, second])).toThrow(/no rule/));
});

describe('of what Mai paid', () => {
  test.each<[string, Partial<Payment>, bigint, bigint, bigint]>([
    ['eight put in what is left after costs and the site’s share', {}, 8_000_000n, 5_227_600n, 6_534_500n],
    ['parts of a unit are nobody’s', { costs: 0n, price: 8n }, 8n, 5n, 6n],
    ['a coupon’s part is nobody’s', { discount: 6_000_000n, costs: 358_000n }, 2_000_000n, 1_149_400n, 1_436_750n],
    ['a coupon for all of it leaves nothing', { discount: 8_000_000n }, 0n, 0n, 0n],
    ['a coupon for more than all of it neither', { discount: 9_000_000n }, 0n, 0n, 0n],
    ['a trial moves nothing', { state: 'trial' }, 0n, 0n, 0n],
    ['nor does what was paid back', { state: 'refunded' }, 0n, 0n, 0n],
    ['nor what the card’s owner disputes', { state: 'disputed' }, 0n, 0n, 0n],
    ['costs above the payment do not take from others', { price: 400_000n }, 400_000n, 0n, 0n],
  ])('%s', (_what, more, gross, putIn, budget) => {
    expect([grossOf(eight(more)), putInBy(eight(more), rule), memberBudget(eight(more), rule)]).toEqual([gross, putIn, budget]);
  });

  test('the cap is the lesser where the site keeps little', () => {
    const generous = { ...rule, siteShare: [0n, 100n] } as const;
    expect(memberBudget(eight({ costs: 0n }), generous)).toBe(6_800_000n);
  });

  test('nobody moves more than 1 − m of what they paid, nor less than they put in while that allows it', () => {
    const random = randomFrom(3);
    for (let nth = 0; nth < 20_000; nth += 1) {
      const payment = eight({ price: BigInt(random(10_000_000)), discount: BigInt(random(3_000_000)), costs: BigInt(random(1_000_000)) });
      const [gross, putIn, budget] = [grossOf(payment), putInBy(payment, rule), memberBudget(payment, rule)];
      expect(budget * 100n <= gross * 85n && budget >= 0n).toBe(true);
      expect(budget >= putIn || budget === (gross * 85n) / 100n).toBe(true);
    }
  });
});

describe('an account’s points', () => {
  test('are what forging one of its tier costs, less the margin, over the epochs that a forged one survives', () => {
    expect(TIERS.map((tier) => `${tier} ${pointBudget(tier, rule)}`)).toEqual([
      'none 1062',
      'phone 12750',
      'card 63750',
      'identity 425000',
    ]);
  });

  test.each(TIERS)('of tier %s never bring out what it cost', (tier) => {
    const { price, survives } = rule.tiers[tier];
    // In 10⁻⁹ of the money's unit: points in 10⁻³ times 10⁻⁶.
    const out = pointBudget(tier, rule) * rule.pointValue * survives;
    expect(out * 100n <= price * 1_000n * 85n && out > price * 800n).toBe(true);
  });

  test('are fewer the more a point is worth', () => {
    expect(pointBudget('phone', { ...rule, pointValue: rule.pointValue * 3n })).toBe(4_250n);
  });
});

describe('the quarantine pool', () => {
  const pack = (readers: ReturnType<typeof reader>[]) => packEpoch({ pool: 0n, readerShare: null, readers });
  const crowd = (size: number, budget: bigint) =>
    Array.from({ length: size }, (_, nth) => ({ id: `r${nth}`, budget, weights: [[`a${nth % 3}`, 60n]] as [string, bigint][] }));

  test('is for accounts without proof, and no other', () => {
    expect(TIERS.filter((tier: Tier) => partOf(tier) === 'unproven')).toEqual(['none']);
  });

  test('is a twentieth, and what is split is the whole', () => {
    expect(splitPool(1_000n, rule)).toEqual({ proven: 950n, unproven: 50n });
    expect(splitPool(19n, rule)).toEqual({ proven: 19n, unproven: 0n });
  });

  test('is all that accounts without proof move, and what was left before is the others’', () => {
    const { emission } = rule;
    const sizes = sizesOf(1_000n, rule);
    expect(sizes).toEqual({ main: emission - emission / 20n + 1_000n, quarantine: emission / 20n });
    const { paid, carry } = divide({ ...pack(crowd(500, emission)), pool: sizes.quarantine });
    expect([paid, carry]).toEqual([emission / 20n, 0n]);
  });
});
