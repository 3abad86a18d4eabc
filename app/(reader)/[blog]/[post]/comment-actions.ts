'use server';
import { refresh } from 'next/cache';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { postComment } from '@/lib/comments/commands/post-comment';
import { vote } from '@/lib/comments/commands/vote';
import { voteIn } from '@/lib/comments/vote-in';
import { type Answer, answer } from '@/lib/core/answer';

export async function postCommentAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const posted = await postComment(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return posted;
  });
}

/** Without scripts; with them a vote goes past Next. */
export async function voteAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await vote(requireMember(await currentActor()), voteIn(form));
    return null;
  });
}
