'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { readNotifications } from '@/lib/notifications/commands';

export async function readAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await readNotifications(requireMember(await currentActor()));
    redirect('/notifications');
  });
}
