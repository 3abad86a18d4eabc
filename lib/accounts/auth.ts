import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import GithubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import { z } from 'zod';
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
      // Linking by address is safe here because the callback below lets verified ones in only.
      ...(wanted.includes('github')
        ? [GithubProvider({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET, allowDangerousEmailAccountLinking: true })]
        : []),
      ...(wanted.includes('google')
        ? [GoogleProvider({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET, allowDangerousEmailAccountLinking: true })]
        : []),
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        const email = profile?.email ?? '';
        if (email === '') return false;
        if (account?.provider === 'google') return (profile as { email_verified?: boolean }).email_verified === true;
        return account?.provider === 'github' && verifiedAtGithub(account.access_token ?? '', email);
      },
    },
    events: { signIn: () => setCompanion(new Date(Date.now() + SESSION_DAYS * 86_400_000)) },
  };
}

const githubAddresses = z.array(z.object({ email: z.string(), verified: z.boolean() }));

/** GitHub's profile may name an address that nobody has verified; its list of addresses says which are. */
export async function verifiedAtGithub(accessToken: string, email: string): Promise<boolean> {
  const response = await fetch('https://api.github.com/user/emails', {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/vnd.github+json', 'user-agent': 'BULB' },
    signal: AbortSignal.timeout(10_000),
  });
  const listed = response.ok ? githubAddresses.safeParse(await response.json()) : null;
  const wanted = email.toLowerCase();
  return listed?.success === true && listed.data.some((one) => one.verified && one.email.toLowerCase() === wanted);
}
