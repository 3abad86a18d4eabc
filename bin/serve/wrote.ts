import type { Notice } from './cache/changes';

const WROTE = 'bulb-wrote';
/** As long as a process remembers writes when there are sixty of them a second. */
const SECONDS = 300;
const MOST = 4;
const IN_COOKIE = new RegExp(`(?:^|;\\s*)${WROTE}=([0-9a-f.-]{36,${MOST * 37}})(?:;|$)`);

/**
 * Tells every process what this browser's person wrote last, so that each waits until it has heard of it before it sends
 * them a kept page. Page scripts read it to see that a page made earlier is old.
 */
export const wroteCookie = (notices: readonly Notice[], https: boolean): string =>
  `${WROTE}=${notices
    .slice(-MOST)
    .map(({ id }) => id)
    .join('.')}; Path=/; Max-Age=${SECONDS}; SameSite=Lax${https ? '; Secure' : ''}`;

export const isWroteCookie = (cookie: string): boolean => cookie.startsWith(`${WROTE}=`);

const NONE: readonly string[] = [];

/** Ids of the writes that a Cookie header names. */
export function wroteIn(cookie: string | undefined): readonly string[] {
  if (cookie === undefined || !cookie.includes(WROTE)) return NONE;
  return IN_COOKIE.exec(cookie)?.[1]?.split('.') ?? NONE;
}
