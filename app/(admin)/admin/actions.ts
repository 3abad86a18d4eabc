'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { changeRole, decide } from '@/lib/moderation/commands';

export async function decideAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await decide(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin');
  });
}

export async function changeRoleAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await changeRole(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/people');
  });
}
