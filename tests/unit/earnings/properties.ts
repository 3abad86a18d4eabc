import { dividedBy, type Instance, type Rule, type randomFrom, reader, sum } from './instances';

/** Says what is wrong with how `rule` divides this instance; null when the property holds. */
export type Property = (rule: Rule, one: Instance, random: ReturnType<typeof randomFrom>) => string | null;

const fault = (wrong: boolean, what: string): string | null => (wrong ? what : null);
const income = (rule: Rule, one: Instance, of: readonly string[]): bigint => {
  const { payees } = dividedBy(rule, one);
  return sum(of.map((payee) => payees.get(payee) ?? 0n));
};
/** Units by which rounding may pass what holds of fractions. */
const SLACK = { added: 0n, changed: 1n, more: 1n };
const somePayees = (random: ReturnType<typeof randomFrom>): string[] => ['a0', 'a1', 'a2', 'a3'].filter(() => random(2) === 0);

export const PROPERTIES: Record<string, Property> = {
  'T1: accounts that are added bring any payees at most their own budgets': (rule, one, random) => {
    const added = Array.from({ length: 1 + random(3) }, (_, nth) => reader(random, `s${nth}`, 1_000));
    const more = { ...one, readers: [...one.readers, ...added] };
    const payees = somePayees(random);
    const gained = income(rule, more, payees) - income(rule, one, payees);
    return fault(gained > sum(added.map(({ budget }) => budget)) + SLACK.added, `gained ${gained}`);
  },
  'T2: readers who read otherwise gain any payees at most their own budgets': (rule, one, random) => {
    const changed = one.readers.map((each) => (random(2) === 0 ? each : { ...reader(random, each.id, 10), budget: each.budget }));
    const theirs = sum(changed.filter((each, nth) => each !== one.readers[nth]).map(({ budget }) => budget));
    const other = { ...one, readers: changed };
    const payees = somePayees(random);
    const gained = income(rule, other, payees) - income(rule, one, payees);
    return fault(gained > theirs + SLACK.changed, `gained ${gained} with budgets of ${theirs}`);
  },
  'T3: a payee who splits in two, or two who merge, gain nothing': (rule, one) => {
    const split = one.readers.map((each) => ({
      ...each,
      weights: each.weights.flatMap(([payee, seconds]): [string, bigint][] =>
        payee === 'a0'
          ? [
              ['a0', seconds / 2n],
              ['b0', seconds - seconds / 2n],
            ]
          : [[payee, seconds]],
      ),
    }));
    const before = income(rule, one, ['a0']);
    const after = income(rule, { ...one, readers: split }, ['a0', 'b0']);
    const apart = after > before ? after - before : before - after;
    return fault(apart > BigInt(one.readers.length), `${before} became ${after}`);
  },
  'T4: more reading of a payee never lowers that payee': (rule, one, random) => {
    const who = random(one.readers.length);
    const more = one.readers.map((each, nth) =>
      nth === who && each.weights.length > 0
        ? {
            ...each,
            weights: each.weights.map(([payee, seconds]): [string, bigint] => [
              payee,
              payee === 'a0' ? seconds + BigInt(1 + random(10_000)) : seconds,
            ]),
          }
        : each,
    );
    const [before, after] = [income(rule, one, ['a0']), income(rule, { ...one, readers: more }, ['a0'])];
    return fault(after + SLACK.more < before, `${before} fell to ${after}`);
  },
  'T5: what is paid is the smaller of pool and budgets, to the unit, and nobody passes a budget': (rule, one) => {
    const { paid, carry, contributions, rewards, payees } = dividedBy(rule, one);
    const [part, whole] = one.readerShare ?? [0n, 1n];
    const active = one.readers.filter(({ budget, weights }) => budget > 0n && weights.some(([, seconds]) => seconds > 0n));
    const all = sum(active.map(({ budget }) => budget));
    // BigInt has no Math.min.
    const due = [all, one.pool].sort((a, b) => Number(a - b))[0];
    const passed = one.readers.find(({ id, budget }) => (contributions.get(id) ?? 0n) > budget);
    return (
      fault(paid !== due || paid + carry !== one.pool, `paid ${paid} of ${due}, carried ${carry}`) ??
      fault(sum(contributions.values()) !== paid || sum(rewards.values()) + sum(payees.values()) !== paid, 'the parts are not the whole') ??
      fault(
        [...contributions].some(([id, moved]) => rewards.get(id) !== (moved * part) / whole),
        'a reward is not the share of what was moved',
      ) ??
      fault(passed !== undefined, `${passed?.id} passed their budget`) ??
      fault(
        [...contributions.values(), ...rewards.values(), ...payees.values()].some((amount) => amount < 0n),
        'somebody lost',
      )
    );
  },
  'T6: another order of the rows, and a second run, give the same bytes': (rule, one, random) => {
    const shuffled = <T>(list: readonly T[]): T[] =>
      list
        .map((each) => ({ each, at: random(1 << 30) }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
    const first = dividedBy(rule, one).text;
    const other = { ...one, readers: shuffled(one.readers).map((each) => ({ ...each, weights: shuffled(each.weights) })) };
    return fault(dividedBy(rule, other).text !== first || dividedBy(rule, one).text !== first, 'other bytes');
  },
};
