'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { answerDispute } from '@/lib/earnings/commands/answer-dispute';

export async function answerDisputeAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await answerDispute(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/earnings/disputes');
  });
}
