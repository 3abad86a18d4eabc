import { env } from '@/lib/core/env';

/** next-auth's own name for it, so that both ways of signing in share one session. */
export const sessionCookie = (): string =>
  env().SITE_URL.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
