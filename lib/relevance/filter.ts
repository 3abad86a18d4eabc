import { wilsonLowerBound } from './wilson';

/** A thread this small is shown whole. */
export const SMALL_THREAD = 10;
const FEWEST_VOTES = 3;
const THRESHOLD = 0.2;

export interface Judged {
  ups: number;
  downs: number;
  /** Of the post's writer, the blog's people or the site's moderators: never left out. */
  exempt: boolean;
}

/** Whether *Most relevant* leaves a comment out: readers voted it down, and enough of them. */
export function isFiltered(comment: Judged, visibleInThread: number): boolean {
  const { ups, downs, exempt } = comment;
  if (exempt || visibleInThread < SMALL_THREAD || ups + downs < FEWEST_VOTES || downs <= ups) return false;
  return wilsonLowerBound(ups, downs) < THRESHOLD;
}
