import type { Reason } from './refused';

/** What the front answers in an action's place, when Next does not: to the page's own scripts as one line of plain text. */
export type Instead =
  | { reason: Extract<Reason, 'away' | 'busy' | 'slow' | 'full' | 'unsure' | 'too-large' | 'too-many'>; retryAfterSeconds: number | null }
  | { reason: 'bug'; id: string };

const LINE = /^bulb: (away|busy|slow|full|unsure|too-large|too-many|bug)(?: ([\w-]{1,40}))?$/;

export const insteadLine = (instead: Instead): string =>
  ['bulb:', instead.reason, instead.reason === 'bug' ? instead.id : instead.retryAfterSeconds].filter((part) => part !== null).join(' ');

/** Reads such a line; null of any other text. Next hands it on as the message of what it throws. */
export function insteadIn(text: string): Instead | null {
  const [, reason, detail = ''] = LINE.exec(text) ?? [];
  if (reason === undefined) return null;
  if (reason === 'bug') return { reason, id: detail };
  return { reason: reason as Exclude<Instead['reason'], 'bug'>, retryAfterSeconds: /^\d{1,6}$/.test(detail) ? Number(detail) : null };
}
