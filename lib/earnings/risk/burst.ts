import { createHash } from 'node:crypto';
import { MOST_POSTS, type Newcomer, type RiskRule } from './rule';

const DAY = 86_400_000;
/** So many accounts, made within a day. */
export const LEAST_ACCOUNTS = 10;
export const WITHIN = DAY;
/** How new they are at most when the week ends. Days. */
export const NEW_DAYS = 14;
/** Hundredths of all that an account read, and seconds: who comes by a newsletter reads a post or two and then something else. */
export const LEAST_SHARE = 90;
export const LEAST_SECONDS = 3_600;

const shareOf = ({ seconds, whole }: Newcomer): number => (whole === 0 ? 0 : Math.floor((seconds * 100) / whole));

/** Accounts of one burst: in the order in which they were made, each within a day of so many others. */
function burstsOf(all: readonly Newcomer[]): Newcomer[][] {
  const inOrder = all.toSorted((a, b) => a.since - b.since || (a.memberId < b.memberId ? -1 : 1));
  const [found, inOne] = [[] as Newcomer[][], new Set<Newcomer>()];
  let first = 0;
  for (const [nth, one] of inOrder.entries()) {
    while (one.since - (inOrder[first]?.since ?? 0) > WITHIN) first += 1;
    if (nth - first + 1 < LEAST_ACCOUNTS) continue;
    const here = inOrder.slice(first, nth + 1);
    // Two windows that share an account are one burst.
    if (here.some((other) => inOne.has(other))) found.at(-1)?.push(...here.filter((other) => !inOne.has(other)));
    else found.push(here);
    for (const other of here) inOne.add(other);
  }
  return found;
}

/** Accounts made together that read one writer and hardly anyone else, for hours. */
export const burst: RiskRule = {
  name: 'burst',
  version: 1,
  find: ({ newcomers }) => {
    const telling = newcomers.filter((one) => one.seconds >= LEAST_SECONDS && shareOf(one) >= LEAST_SHARE);
    return [...Map.groupBy(telling, ({ authorId }) => authorId)].flatMap(([authorId, own]) =>
      burstsOf(own).flatMap((together) =>
        together.map((one) => ({
          memberId: one.memberId,
          evidence: {
            figures: {
              accounts: together.length,
              'accounts-least': LEAST_ACCOUNTS,
              hours: Math.ceil(
                (Math.max(...together.map(({ since }) => since)) - Math.min(...together.map(({ since }) => since))) / 3_600_000,
              ),
              share: shareOf(one),
              minutes: Math.floor(one.seconds / 60),
            },
            posts: one.posts
              .slice(0, MOST_POSTS)
              .map(({ postId, seconds }) => ({ postId, figures: { minutes: Math.floor(seconds / 60) } })),
          },
          marks: [createHash('sha256').update(`burst ${authorId}`).digest('hex').slice(0, 32)],
        })),
      ),
    );
  },
};
