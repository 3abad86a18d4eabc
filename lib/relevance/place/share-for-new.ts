import { type Candidate, FEWEST_VOTES, votesOf } from '../candidate';
import type { PlaceRule } from '../rule';

/** Of the first ten places every fifth is kept for what has not been seen enough. */
const PLACES = 10;
const EVERY = 5;
/** So long after it came to be shown a comment had its time. Milliseconds. */
const NEW_FOR = 2 * 86_400_000;

/** What waited for a moderator waited so long at most; what is shown later than that was seen before, and is shown again. Milliseconds. */
const WAITS = 7 * 86_400_000;

function seenSince({ createdAt, shownAt }: Candidate): number {
  const waited = (shownAt?.getTime() ?? 0) - createdAt.getTime();
  return createdAt.getTime() + (waited > 0 && waited <= WAITS ? waited : 0);
}

/**
 * Gives new comments that readers have not judged yet a share of the first places, so that nobody leads by having come first.
 * `sorted` is the best first; what is pinned stays on top, nothing new stands lower than its score has it, and nothing is lost or repeated.
 */
function placeNew<T extends Candidate>(sorted: readonly T[], now: Date): T[] {
  const isNew = (comment: T) =>
    !comment.pinned &&
    !comment.gone &&
    comment.reportWeight === 0 &&
    votesOf(comment) < FEWEST_VOTES &&
    now.getTime() - seenSince(comment) < NEW_FOR &&
    (comment.unwanted ?? 0) < 0.5;
  const kept = sorted.filter(({ pinned }) => pinned).length;
  const placed = [...sorted];
  for (let share = 1; share <= PLACES / EVERY; share += 1) {
    const place = kept + share * EVERY - 1;
    const above = placed.slice(kept, place + 1).filter(isNew).length;
    // The one seen least, of these the newest.
    const [next] = placed
      .slice(place + 1)
      .filter(isNew)
      .sort((a, b) => votesOf(a) - votesOf(b) || b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
    if (above >= share || !next) continue;
    placed.splice(placed.indexOf(next), 1);
    placed.splice(place, 0, next);
  }
  return placed;
}

export const shareForNew: PlaceRule = { stage: 'place', name: 'share-for-new', move: placeNew };
