import type { FilterReason, Judged, Thread } from './rule';
import { ELIGIBLE } from './rules';

/** Why *Most relevant* leaves a comment out; null when it does not. Whoever follows its writer is shown it all the same. */
export function filterReason(comment: Judged, thread: Thread): FilterReason | null {
  for (const { look } of ELIGIBLE) {
    const verdict = look(comment, thread);
    if (verdict !== null) return verdict === 'shown' ? null : verdict;
  }
  return null;
}
