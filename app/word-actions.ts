'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { next } from '@/lib/accounts/schema';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { setPhrases } from '@/lib/moderation/commands/set-phrases';
import { tryPhrases } from '@/lib/moderation/phrases';

export async function setPhrasesAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setPhrases(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`${next.parse(form.get('back'))}?saved=1`);
  });
}

export async function tryPhrasesAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => tryPhrases(requireMember(await currentActor()), Object.fromEntries(form)));
}
