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
