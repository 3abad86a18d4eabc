import type { Fraction } from './rule';

/** What a week was for some posts, all their readers together. Points in thousandths. */
export interface WeekFigures {
  readers: number;
  /** That counted. */
  seconds: number;
  points: bigint;
  /** Of them, what was taken back. */
  returned: bigint;
  /** Points that a second moved in the main pool; null where every budget fitted. */
  gamma: Fraction | null;
  ruleVersion: number;
}

export const REASONS_OF_CHANGE = ['readers', 'reading', 'rule', 'pool', 'budgets', 'returned'] as const;
export type ReasonOfChange = (typeof REASONS_OF_CHANGE)[number];

export interface Change {
  reason: ReasonOfChange;
  /** What it brought or took, in thousandths of a point; never 0. */
  amount: bigint;
}

/** Of them the first so many are told. */
export const TOLD_REASONS = 3;

const over = (amount: bigint, part: bigint, whole: bigint): bigint => (whole === 0n ? 0n : (amount * part) / whole);

/**
 * Why a week brought more or less than the one before, the largest reason first. The amounts add up to the whole difference, to the
 * unit: each is what changes when one thing after another is taken from this week instead of the last: how many read (`readers`), how
 * long each did (`reading`), then what a second brought: by another rule (`rule`), because the pool had to do for more or less reading
 * (`pool`), or because readers reached their budget or gave it to others (`budgets`); and what was taken back (`returned`).
 */
export function reasonsOfChange(before: WeekFigures, after: WeekFigures): Change[] {
  const [was, is] = [before.points, after.points];
  const bySeconds = over(was, BigInt(after.seconds), BigInt(before.seconds));
  const nobody = was === 0n || before.seconds === 0 || is === 0n || after.seconds === 0;
  const byReaders = nobody ? is : over(was, BigInt(after.readers), BigInt(before.readers));
  const steps: [ReasonOfChange, bigint][] = [['readers', byReaders - was]];
  if (!nobody) {
    steps.push(['reading', bySeconds - byReaders]);
    if (before.ruleVersion !== after.ruleVersion) steps.push(['rule', is - bySeconds]);
    else {
      const byPool = priced(bySeconds, before.gamma, after.gamma);
      steps.push(['pool', (byPool ?? is) - bySeconds], ['budgets', is - (byPool ?? is)]);
    }
  }
  steps.push(['returned', before.returned - after.returned]);
  return steps
    .map(([reason, amount]) => ({ reason, amount }))
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => Number(size(b) > size(a)) - Number(size(b) < size(a)));
}

const size = ({ amount }: Change): bigint => (amount < 0n ? -amount : amount);

/** What the same seconds would bring at this week's price; null when the pool sufficed in one of the weeks only, so that all is its doing. */
function priced(amount: bigint, was: Fraction | null, is: Fraction | null): bigint | null {
  if (was === null && is === null) return amount;
  if (was === null || is === null || was[0] === 0n) return null;
  return over(amount, is[0] * was[1], is[1] * was[0]);
}
