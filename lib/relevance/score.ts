import type { Scored } from './rule';
import { SCORE } from './rules';

/** How early a comment stands in *Most relevant*: the higher, the earlier. −0.5 to 1.3. */
export const scoreOf = (comment: Scored): number => SCORE.reduce((sum, { points }) => sum + points(comment), 0);
