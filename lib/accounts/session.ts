import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { UI_LANGUAGES, type UiLanguage } from '@/lib/core/languages';
import { tokenHash } from '@/lib/core/token';
import { type Actor, GUEST } from './actor';
import { sessionCookie } from './cookies';
import { actorOfSession } from './queries';

/** Who sends this request. Pages that are the same for everyone must not call it. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? actorOfSession(tokenHash(token), new Date()) : GUEST;
});

/** The hash of the session at hand; null for a guest. */
export async function currentSessionHash(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? tokenHash(token) : null;
}

/** The language of a page that belongs to a person: a member's own, or the browser's first that BULB speaks. */
export async function languageOf(actor: Actor): Promise<string> {
  if (actor.kind === 'member') return actor.language;
  return accepted((await headers()).get('accept-language') ?? '');
}

export function accepted(header: string): UiLanguage {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1);
      return { language: tag.split('-')[0], quality };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const known = UI_LANGUAGES.find((one) => one === language);
    if (known) return known;
  }
  return 'en';
}
