import { type Candidate, FEWEST_VOTES, votesOf } from './candidate';

/** Of the first ten places every fifth is kept for what has not been seen enough. */
const PLACES = 10;
const EVERY = 5;
/** From then on a comment had its time. Milliseconds. */
const NEW_FOR = 2 * 86_400_000;

/**
 * Gives new comments that readers have not judged yet a share of the first places, so that nobody leads by having come first.
 * `sorted` is the best first; what is pinned stays on top, and nothing is lost or repeated.
 */
export function placeNew<T extends Candidate>(sorted: readonly T[], now: Date): T[] {
  const isNew = (comment: T) =>
    !comment.pinned &&
    !comment.gone &&
    votesOf(comment) < FEWEST_VOTES &&
    now.getTime() - comment.createdAt.getTime() < NEW_FOR &&
    (comment.unwanted ?? 0) < 0.5;
  const kept = sorted.filter(({ pinned }) => pinned).length;
  const places = Math.floor(PLACES / EVERY);
  // The ones seen least, the newest of them first.
  const fresh = sorted
    .filter(isNew)
    .toSorted((a, b) => votesOf(a) - votesOf(b) || b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, places);
  if (fresh.length === 0) return [...sorted];
  const chosen = new Set(fresh);
  const placed = sorted.filter((comment) => !chosen.has(comment));
  for (const [nth, comment] of fresh.entries()) placed.splice(Math.min(placed.length, kept + (nth + 1) * EVERY - 1), 0, comment);
  return placed;
}
