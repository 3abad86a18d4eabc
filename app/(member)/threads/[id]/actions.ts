'use server';
import { refresh } from 'next/cache';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { setThread } from '@/lib/moderation/commands/thread';

export async function setThreadAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setThread(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}
