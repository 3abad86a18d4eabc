'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { undividedSince } from '@/lib/earnings/figures';
import { forgetReading } from '@/lib/reading/commands/forget-reading';
import { setMeasured } from '@/lib/reading/commands/set-measured';

export async function measureAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setMeasured(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/settings#reading');
  });
}

export async function forgetReadingAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await forgetReading(requireMember(await currentActor()), Object.fromEntries(form), await undividedSince(new Date()));
    redirect('/settings#reading');
  });
}
