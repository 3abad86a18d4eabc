import type { Fields } from '@/lib/core/typed';

/** What a form of votes says: `vote` has the comment's id and the vote, as the button that was pressed has them. Nothing of any other text. */
export function voteIn(form: Fields): { commentId: string; value: string } {
  const [, commentId = '', value = ''] = /^(\S+) (-1|0|1)$/.exec(String(form.get('vote'))) ?? [];
  return { commentId, value };
}
