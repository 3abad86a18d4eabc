import type { ShownComment } from './shown-comment';

/** Every comment of which a page shows something. */
export const idsIn = (comments: readonly ShownComment[]): string[] => comments.flatMap(({ id, replies = [] }) => [id, ...idsIn(replies)]);

/** The thread without what does not show yet; a comment that shows brings along what it stands under. */
export function shownNow(comments: readonly ShownComment[], shows: (comment: ShownComment) => boolean): ShownComment[] {
  return comments.flatMap((comment) => {
    const { replies, ...own } = comment;
    const below = replies ? shownNow(replies, shows) : [];
    if (below.length > 0) return [{ ...own, replies: below }];
    return shows(comment) ? [own] : [];
  });
}

interface Whom {
  mutedIds: readonly string[];
  /** Some of those that are folded are theirs, and nobody is told which. */
  folded: boolean;
}

/** Whether some of the replies to a comment, those included that the page does not have, may be by people whom a reader muted. */
export const maybeMuted = ({ replies = [], more }: ShownComment, whom: Whom): boolean =>
  more !== undefined ||
  replies.some(
    (one) =>
      (one.said?.authorId !== undefined && whom.mutedIds.includes(one.said.authorId)) ||
      (whom.folded && one.folded === true) ||
      maybeMuted(one, whom),
  );
