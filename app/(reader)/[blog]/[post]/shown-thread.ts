import type { ShownComment } from '@/components/comments/shown-comment';
import type { Branch, CommentView } from '@/lib/comments/view';
import { formats, words } from '@/lib/core/words';

/** From this depth on replies stand in one column and say whom they answer. */
const DEEPEST = 4;

/** What waited for a moderator is new when it is shown. */
const shownLater = ({ shownAt, createdAt }: CommentView) =>
  shownAt && shownAt.getTime() - createdAt.getTime() > 1_000 ? { shown: shownAt.getTime() } : {};

/** A thread in the words of `language`. `folds` says of which comments only a line is shown. */
export function shownThread(branches: readonly Branch[], language: string, folds: (comment: CommentView) => boolean): ShownComment[] {
  const t = words(language, 'comments');
  const { dateTime } = formats(language);

  const gone = { held: t('held'), rejected: t('rejected'), removed: t('removed'), withdrawn: t('withdrawn') };
  const answering = (name: string | undefined) => (name ? { answers: t('in-reply-to', { name }) } : {});

  const said = (comment: CommentView, answers: string | undefined): NonNullable<ShownComment['said']> => ({
    name: comment.author?.name ?? t('left'),
    ...(comment.author ? { authorId: comment.author.id } : {}),
    ...(comment.mark ? { mark: comment.mark } : {}),
    at: comment.createdAt.toISOString(),
    date: dateTime(comment.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
    ...shownLater(comment),
    ...(comment.editedAt ? { edited: true as const } : {}),
    ...(comment.pinned ? { pinned: true as const } : {}),
    ...(comment.highlighted ? { highlighted: true as const } : {}),
    body: comment.body,
    ups: comment.ups,
    downs: comment.downs,
    ...answering(answers),
  });

  const shown = ({ comment, replies, more }: Branch, depth: number, answers?: string): ShownComment => {
    const name = comment.author?.name ?? t('left');
    const below = replies.map((reply) => shown(reply, depth + 1, depth + 1 > DEEPEST ? name : undefined));
    const own: Partial<ShownComment> =
      comment.status !== 'visible'
        ? { line: gone[comment.status] }
        : folds(comment)
          ? { line: t(`filtered.${comment.filtered ?? 'votes'}`), folded: true, ...answering(answers) }
          : { said: said(comment, answers) };
    if (more > 0) own.more = t('more-replies', { count: more });
    if (below.length === 0) return { id: comment.id, ...own };
    return {
      id: comment.id,
      ...own,
      replies: below,
      ...(depth >= DEEPEST ? { flat: true } : { count: t('replies', { count: countOf(replies) + more }) }),
    };
  };
  return branches.map((branch) => shown(branch, 0));
}

const countOf = (branches: readonly Branch[]): number => branches.reduce((sum, { replies, more }) => sum + 1 + more + countOf(replies), 0);

/** The comments of which only a line is shown that may be opened. */
export const foldedIn = (comments: readonly ShownComment[]): string[] =>
  comments.flatMap(({ id, folded, replies }) => [...(folded ? [id] : []), ...foldedIn(replies ?? [])]);
