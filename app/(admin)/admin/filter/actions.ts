'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { leaveOut } from '@/lib/moderation/commands/leave-out';

export async function leaveOutAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await leaveOut(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/filter');
  });
}
