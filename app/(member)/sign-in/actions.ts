'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { endSessionByHash } from '@/lib/accounts/commands/sessions';
import { requestLink, signInByLink } from '@/lib/accounts/commands/sign-in';
import { clearSessionCookies, setSessionCookies } from '@/lib/accounts/cookies';
import { currentSessionHash } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';

export async function requestLinkAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await requestLink(Object.fromEntries(form));
    return null;
  });
}

export async function signInByLinkAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const device = (await headers()).get('user-agent') ?? '';
    const { token, expires, next, isNew } = await signInByLink(String(form.get('token') ?? ''), device, new Date());
    await setSessionCookies(token, expires);
    redirect(isNew ? `/settings?welcome=1&next=${encodeURIComponent(next)}` : next);
  });
}

export async function signOutAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const hash = await currentSessionHash();
    if (hash) await endSessionByHash(hash);
    await clearSessionCookies();
    redirect('/');
  });
}
