'use server';
import { type Answer, answer } from '@/lib/core/answer';
import { confirmSubscription, unsubscribeByLink } from '@/lib/subscriptions/commands';

export async function confirmAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, () => confirmSubscription(String(form.get('token') ?? ''), new Date()));
}

export async function unsubscribeAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await unsubscribeByLink(String(form.get('id') ?? ''), String(form.get('key') ?? ''));
    return null;
  });
}
