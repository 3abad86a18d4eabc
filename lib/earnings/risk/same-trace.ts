import { createHash } from 'node:crypto';
import { MOST_POSTS, type RiskRule, type SharedTrace } from './rule';

/** So many accounts with the very same way through a post are not chance; a school class on one projector has one account. */
export const LEAST_ACCOUNTS = 5;
/** On fewer posts it is not told apart from people who sat down together. */
export const LEAST_POSTS = 2;
/** Three minutes, in which what is in view changes so often: a short post is in view whole for everyone. */
export const LEAST_BEATS = 18;
export const LEAST_MOVES = 8;

/** How often what is in view changes. */
export function movesOf(trace: string): number {
  const windows = trace.trim().split(' ');
  return windows.filter((one, nth) => nth > 0 && one !== windows[nth - 1]).length;
}
const beatsOf = (trace: string): number => trace.trim().split(' ').length;

const markOf = ({ postId, trace }: SharedTrace): string => createHash('sha256').update(`${postId} ${trace}`).digest('hex').slice(0, 32);

/** The same parts of the same posts in view at the same beats, in many accounts. */
export const sameTrace: RiskRule = {
  name: 'same-trace',
  version: 1,
  find: ({ traces }) => {
    const telling = traces.filter(
      ({ trace, memberIds }) => memberIds.length >= LEAST_ACCOUNTS && beatsOf(trace) >= LEAST_BEATS && movesOf(trace) >= LEAST_MOVES,
    );
    const byMember = Map.groupBy(
      telling.flatMap((shared) => shared.memberIds.map((memberId) => ({ memberId, shared }))),
      ({ memberId }) => memberId,
    );
    return [...byMember].flatMap(([memberId, rows]) => {
      const own = rows.map(({ shared }) => shared).toSorted((a, b) => b.memberIds.length - a.memberIds.length);
      const posts = new Set(own.map(({ postId }) => postId)).size;
      if (posts < LEAST_POSTS) return [];
      const figures = { posts, accounts: Math.max(...own.map(({ memberIds }) => memberIds.length)), 'accounts-least': LEAST_ACCOUNTS };
      const shown = own.slice(0, MOST_POSTS).map(({ postId, trace, memberIds }) => ({
        postId,
        figures: { accounts: memberIds.length, beats: beatsOf(trace), moves: movesOf(trace) },
      }));
      return [{ memberId, evidence: { figures, posts: shown }, marks: own.map(markOf).sort() }];
    });
  },
};
