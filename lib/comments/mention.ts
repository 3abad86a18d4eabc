import { HANDLE, isReserved } from '@/lib/accounts/handle';

export interface Mention {
  kind: 'mention';
  handle: string;
  /** As it was written, with its sign. */
  text: string;
}

/** Letters and digits that would make one word with a handle beside them. Of scripts that join words freely there are none. */
export const JOINS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{M}_]/u;

const NAMED = /@([a-zA-Z0-9][a-zA-Z0-9-]{0,50})/y;
const BEFORE = /[/@+=&%]/;

/** The member named at `at`, where an @ stands. An e-mail address, a path and a name on another server name nobody here. */
export function mentionAt(text: string, at: number): Mention | null {
  const before = letterBefore(text, at);
  if (BEFORE.test(before) || JOINS.test(before)) return null;
  NAMED.lastIndex = at;
  const whole = NAMED.exec(text)?.[0] ?? '';
  const after = at + whole.length;
  const next = letterAt(text, after);
  if (next === '@' || JOINS.test(next) || (/[./]/.test(next) && JOINS.test(letterAt(text, after + 1)))) return null;
  // A dash after a name is a dash.
  const written = whole.replace(/-+$/, '');
  const handle = written.slice(1).toLowerCase();
  return HANDLE.test(handle) && !isReserved(handle) ? { kind: 'mention', handle, text: written } : null;
}

/** The whole letter at `at`, which may be of two units; empty at the end. */
export function letterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function letterBefore(text: string, at: number): string {
  const two = letterAt(text, at - 2);
  return two.length === 2 ? two : (text[at - 1] ?? '');
}
