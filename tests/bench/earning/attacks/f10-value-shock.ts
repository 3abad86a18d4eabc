import type { EarningRule } from '@/lib/earnings/rule';
import type { Attack } from '../attack';
import { accountsForged, allDay, asScript, KS, OWN } from '../forge';
import { type Pool, proven } from '../pool';

export const f10: Attack = {
  name: 'F10',
  what: 'a point is worth half as much again when half of a forged account’s life is over: budgets follow, what was earned stays',
  sizes: KS,
  most: 1.25 * 0.85,
  run({ points, people }, count) {
    const attacked = accountsForged(points, [OWN], { count, tier: 'phone', weights: asScript(allDay(OWN)) });
    const risen = (points.rule.pointValue * 3n) / 2n;
    // What was earned before stays; from the next epoch on budgets follow the value.
    const next: EarningRule = { ...points.rule, version: points.rule.version + 1, pointValue: risen };
    const tiers = new Map(people.map(({ id, tier }) => [id, tier]));
    const later = (pool: Pool): Pool => ({
      ...pool,
      rule: next,
      accounts: pool.accounts.map(({ id, weights }) => proven(id, tiers.get(id) ?? 'phone', next, weights)),
    });
    const stages = attacked.stages.flatMap(({ before, after, epochs }) => [
      { before, after, epochs: epochs / 2n, worth: [risen, 1_000n] as const },
      { before: later(before), after: later(after), epochs: epochs - epochs / 2n, worth: [risen, 1_000n] as const },
    ]);
    return { ...attacked, stages };
  },
};
