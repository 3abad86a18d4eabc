import type { Candidate } from './candidate';
import { byId } from './place/lower-id';
import type { Ranked } from './rule';
import { PLACE } from './rules';
import { scoreOf } from './score';

export const VIEWS = ['relevant', 'newest', 'oldest'] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = (text: string | undefined): View => VIEWS.find((view) => view === text) ?? 'relevant';

type Compare = (a: Ranked, b: Ranked) => number;

const comparing: readonly Compare[] = PLACE.flatMap((rule) => ('compare' in rule ? [rule.compare] : []));
const moving = PLACE.flatMap((rule) => ('move' in rule ? [rule.move] : []));

const byTime: Compare = (a, b) => a.comment.createdAt.getTime() - b.comment.createdAt.getTime() || byId(a, b);

/** A total order for each view: by the rules, or by time, then by the id, which no two share. */
export function comparator(view: View): Compare {
  if (view === 'oldest') return byTime;
  if (view === 'newest') return (a, b) => byTime(b, a);
  return (a, b) => comparing.reduce((told, compare) => told || compare(a, b), 0);
}

export const ranked = <T extends Candidate>(comment: T): Ranked<T> => ({ comment, score: scoreOf(comment) });

/** Comments that stand beside each other, in the order of `view`: scored, sorted, placed. */
export function ordered<T extends Candidate>(comments: readonly T[], view: View, now: Date): T[] {
  const sorted = comments
    .map(ranked)
    .toSorted(comparator(view))
    .map(({ comment }) => comment);
  return view === 'relevant' ? moving.reduce((placed, move) => move(placed, now), sorted) : sorted;
}
