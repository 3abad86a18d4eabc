import 'server-only';
import { env } from '@/lib/core/env';
import { sign, signatureHolds } from '@/lib/core/token';

const PURPOSE = 'reading-day';
const textOf = (sessionHash: string, at: string): string => `${sessionHash} ${at}`;

/** Says to a page when it was asked for, so that nothing of it need be kept: signed, and worth nothing to another session. */
export function dayMark(sessionHash: string, now: Date): string {
  const at = String(now.getTime());
  return `${at}.${sign(env().SECRET, PURPOSE, textOf(sessionHash, at))}`;
}

/** Milliseconds since 1970 at which this session was given the mark; null for one that is not its own or not ours. */
export function markedAt(sessionHash: string, mark: string): number | null {
  const [at = '', signature = ''] = mark.split('.');
  return signatureHolds(env().SECRET, PURPOSE, textOf(sessionHash, at), signature) ? Number(at) : null;
}
