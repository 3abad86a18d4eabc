'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { changeBlog, endBlogRole, openBlog, setBlogRole } from '@/lib/blogs/commands';
import { type Answer, answer } from '@/lib/core/answer';

export async function openBlogAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const { handle } = await openBlog(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/studio/@${handle}`);
  });
}

export async function changeBlogAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const { handle } = await changeBlog(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/studio/@${handle}/settings?saved=1`);
  });
}

export async function setRoleAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setBlogRole(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/studio/@${String(form.get('blog'))}/settings`);
  });
}

export async function endRoleAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await endBlogRole(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/studio/@${String(form.get('blog'))}/settings`);
  });
}
