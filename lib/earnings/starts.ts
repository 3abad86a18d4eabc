import { type EarningRule, earningRuleAt } from './rule';

const DAY = 86_400_000;
// 1970 began on a Thursday.
const MONDAY = 4 * DAY;

/** When the epoch begins that follows on what ended at `lastEnd`, milliseconds since 1970; the first of all begins on the Monday before `now`. */
export const nextStart = (lastEnd: number | null, now: number): number =>
  lastEnd ?? now - ((((now - MONDAY) % (7 * DAY)) + 7 * DAY) % (7 * DAY));

/** When the next `count` epochs begin, from the one at `first` on, each as long as the rule of its beginning says. */
export function startsFrom(first: number, rules: readonly EarningRule[], count: number): number[] {
  const starts = [first];
  for (let at = first; starts.length < count; starts.push(at)) at += earningRuleAt(at, rules).days * DAY;
  return starts;
}

/** Days between the announcement of a rule and its start, at least. */
export const NOTICE_DAYS = 7;

/** Of these beginnings of epochs those at which a rule that is announced at `now` may start. */
export const startsAfterNotice = (starts: readonly number[], now: number): number[] =>
  starts.filter((start) => start >= now + NOTICE_DAYS * DAY);
