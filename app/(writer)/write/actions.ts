'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { deletePost, startPost } from '@/lib/posts/commands/write';

export async function startPostAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const { postId } = await startPost(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/write/${postId}`);
  });
}

export async function deletePostAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await deletePost(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/studio');
  });
}
