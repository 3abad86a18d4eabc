import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { accepted } from '@/lib/core/accepted-language';
import { currentRequest } from '@/lib/core/request';
import { tokenHash } from '@/lib/core/token';
import { type Actor, GUEST } from './actor';
import { actorOfSession } from './actor-of-session';
import { sessionCookie } from './session-cookie';

/** Who sends this request. Pages that are the same for everyone must not call it. */
export const currentActor = cache(async (): Promise<Actor> => {
  currentRequest().personal = true;
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? actorOfSession(tokenHash(token), new Date()) : GUEST;
});

/** The hash of the session at hand; null for a guest. */
export async function currentSessionHash(): Promise<string | null> {
  currentRequest().personal = true;
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? tokenHash(token) : null;
}

/** The language of a page that belongs to a person: a member's own, or the browser's first that BULB speaks. */
export async function languageOf(actor: Actor): Promise<string> {
  if (actor.kind === 'member') return actor.language;
  return accepted((await headers()).get('accept-language') ?? '');
}
