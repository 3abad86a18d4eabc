import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import GithubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import { env } from '@/lib/core/env';
import { adapter } from './adapter';
import { SESSION_DAYS, setCompanion } from './cookies';

export interface OutsideProvider {
  id: 'github' | 'google';
  name: string;
}

/** The ways of signing in elsewhere that the environment sets up. */
export function outsideProviders(): OutsideProvider[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [{ id: 'github' as const, name: 'GitHub' }] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [{ id: 'google' as const, name: 'Google' }] : []),
  ];
}

export function authOptions(): NextAuthOptions {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, SECRET } = env();
  const wanted = outsideProviders().map(({ id }) => id);
  return {
    secret: SECRET,
    adapter,
    session: { strategy: 'database', maxAge: SESSION_DAYS * 86_400 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      // GitHub gives an address it verified itself; Google says whether it did.
      ...(wanted.includes('github')
        ? [GithubProvider({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET, allowDangerousEmailAccountLinking: true })]
        : []),
      ...(wanted.includes('google')
        ? [GoogleProvider({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET, allowDangerousEmailAccountLinking: true })]
        : []),
    ],
    callbacks: {
      signIn: ({ account, profile }) => {
        if (account?.provider !== 'google') return Boolean(profile?.email);
        return Boolean(profile?.email) && (profile as { email_verified?: boolean }).email_verified === true;
      },
    },
    events: { signIn: () => setCompanion(new Date(Date.now() + SESSION_DAYS * 86_400_000)) },
  };
}
