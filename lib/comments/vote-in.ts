import type { Fields } from '@/lib/core/typed';

/** What a form of votes says: `vote` has the comment's id and the vote, as the button that was pressed has them. */
export function voteIn(form: Fields): { commentId: string; value: string } {
  const [commentId = '', value = ''] = String(form.get('vote')).split(' ');
  return { commentId, value };
}
