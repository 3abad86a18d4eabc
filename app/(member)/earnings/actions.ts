'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { disputeLine } from '@/lib/earnings/commands/dispute-line';

export async function disputeAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await disputeLine(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/earnings/${Number(form.get('epoch'))}`);
  });
}
