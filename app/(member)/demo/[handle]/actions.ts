'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { setSessionCookies } from '@/lib/accounts/cookies';
import { demoSignIn } from '@/lib/accounts/demo';
import { type Answer, answer } from '@/lib/core/answer';

export async function demoSignInAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const device = (await headers()).get('user-agent') ?? '';
    const { token, expires } = await demoSignIn(String(form.get('handle') ?? ''), device, new Date());
    await setSessionCookies(token, expires);
    redirect('/');
  });
}
