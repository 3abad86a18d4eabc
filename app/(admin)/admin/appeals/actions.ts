'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { answerEarning } from '@/lib/earnings/commands/answer-earning';
import { decideAppeal } from '@/lib/moderation/commands/decide-appeal';

export async function decideAppealAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await decideAppeal(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/appeals');
  });
}

export async function answerEarningAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await answerEarning(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/appeals');
  });
}
