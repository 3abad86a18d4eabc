'use server';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { endSubscription, subscribeByMail, subscribeMember } from '@/lib/subscriptions/commands';

export async function subscribeByMailAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await subscribeByMail(Object.fromEntries(form));
    return null;
  });
}

export async function subscribeMemberAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await subscribeMember(requireMember(await currentActor()), Object.fromEntries(form));
    return null;
  });
}

export async function endSubscriptionAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await endSubscription(requireMember(await currentActor()), Object.fromEntries(form));
    return null;
  });
}
