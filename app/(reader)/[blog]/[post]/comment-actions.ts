'use server';
import { refresh } from 'next/cache';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { postComment } from '@/lib/comments/commands/post-comment';
import { vote } from '@/lib/comments/commands/vote';
import { type Answer, answer } from '@/lib/core/answer';

export async function postCommentAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const posted = await postComment(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return posted;
  });
}

export async function voteAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const [commentId, value] = String(form.get('vote')).split(' ');
    // The page shows it by itself; rendering it anew for each vote would be most of the work.
    await vote(requireMember(await currentActor()), { commentId, value });
    return null;
  });
}
