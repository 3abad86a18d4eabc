import { type Gaps, MOST_POSTS, type RiskRule } from './rule';

/** A quarter of an hour, so that chance is none. */
export const LEAST_GAPS = 90;
/** A page waits 9 to 11 seconds at random, which spreads by 577 ms; the way through the net adds to it. A clock of a script spreads by less than this. */
export const LEAST_SPREAD = 150;
const USUAL_SPREAD = 577;

/** The standard deviation of gaps, in milliseconds. */
export function spreadOf(gaps: Pick<Gaps, 'gaps' | 'sum' | 'squares'>): number {
  const n = BigInt(gaps.gaps);
  if (n === 0n) return 0;
  // In whole numbers as far as it goes: squares of milliseconds pass what a float counts exactly.
  const scaled = n * gaps.squares - gaps.sum * gaps.sum;
  return Math.sqrt(Number(scaled > 0n ? scaled : 0n)) / gaps.gaps;
}

function whole(all: readonly Gaps[]) {
  const [sum, squares] = [all.reduce((s, one) => s + one.sum, 0n), all.reduce((s, one) => s + one.squares, 0n)];
  return { gaps: all.reduce((s, one) => s + one.gaps, 0), sum, squares };
}

/** Beats that come like a clock: no page sends them so. */
export const noJitter: RiskRule = {
  name: 'no-jitter',
  version: 1,
  find: ({ gaps }) =>
    [...Map.groupBy(gaps, ({ memberId }) => memberId)].flatMap(([memberId, own]) => {
      const all = whole(own);
      const spread = spreadOf(all);
      if (all.gaps < LEAST_GAPS || spread >= LEAST_SPREAD) return [];
      const posts = own
        .toSorted((a, b) => b.gaps - a.gaps || (a.postId < b.postId ? -1 : 1))
        .slice(0, MOST_POSTS)
        .map((one) => ({ postId: one.postId, figures: { beats: one.gaps, spread: Math.round(spreadOf(one)) } }));
      const figures = { beats: all.gaps, spread: Math.round(spread), 'spread-least': LEAST_SPREAD, 'spread-usual': USUAL_SPREAD };
      return [{ memberId, evidence: { figures, posts }, marks: ['no-jitter'] }];
    }),
};
