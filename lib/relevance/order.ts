import type { Candidate } from './candidate';
import { placeNew } from './place';
import { scoreOf } from './score';

export const VIEWS = ['relevant', 'newest', 'oldest'] as const;
export type View = (typeof VIEWS)[number];

export const viewOf = (text: string | undefined): View => VIEWS.find((view) => view === text) ?? 'relevant';

/** A total order for each view: pinned, then score or time, then the id, which no two share. */
export function comparator(view: View): (a: Candidate, b: Candidate) => number {
  const byId = (a: Candidate, b: Candidate) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const byTime = (a: Candidate, b: Candidate) => a.createdAt.getTime() - b.createdAt.getTime() || byId(a, b);
  if (view === 'oldest') return byTime;
  if (view === 'newest') return (a, b) => byTime(b, a);
  return (a, b) => Number(b.pinned) - Number(a.pinned) || scoreOf(b) - scoreOf(a) || byId(a, b);
}

/** Comments that stand beside each other, in the order of `view`: scored, sorted, placed. */
export function ordered<T extends Candidate>(comments: readonly T[], view: View, now: Date): T[] {
  const sorted = comments.toSorted(comparator(view));
  return view === 'relevant' ? placeNew(sorted, now) : sorted;
}
