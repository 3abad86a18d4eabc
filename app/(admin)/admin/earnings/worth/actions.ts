'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { setWorth } from '@/lib/earnings/commands/set-worth';

export async function setWorthAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setWorth(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/earnings/worth');
  });
}
