import 'server-only';
import { cookies } from 'next/headers';
import { env } from '@/lib/core/env';
import { sessionCookie } from './session-cookie';

export const SESSION_DAYS = 30;

const secure = (): boolean => env().SITE_URL.startsWith('https:');

/** Says to the page's script that someone is signed in, and nothing more: only then it asks for what is theirs. */
export const COMPANION = 'bulb-signed-in';

export async function setSessionCookies(token: string, expires: Date): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie(), token, { httpOnly: true, sameSite: 'lax', secure: secure(), path: '/', expires });
  await setCompanion(expires);
}

export async function setCompanion(expires: Date): Promise<void> {
  (await cookies()).set(COMPANION, '1', { sameSite: 'lax', secure: secure(), path: '/', expires });
}

export async function clearSessionCookies(): Promise<void> {
  const jar = await cookies();
  jar.delete({ name: sessionCookie(), path: '/', secure: secure() });
  jar.delete(COMPANION);
}
