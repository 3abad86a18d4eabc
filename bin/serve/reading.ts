import type { IncomingMessage, ServerResponse } from 'node:http';
import { REFUSALS, Refused } from '@/lib/core/refused';
import { bodyOf } from './form-body';
import { json, type Own, sessionIn } from './own';

const BEATS = '/api/reading';

export const isReading = (path: string): boolean => path === BEATS;

/** More than any beat takes. Bytes. */
const MOST = 1_000;

/**
 * `POST /api/reading`: a page that is measured opens a reading (`{ session, post }`) or sends a beat of it (`{ session, seq, seen }`).
 * Answers what the command answers; 400 for what cannot be read, 401 without a session, 409 for a beat out of order or too early and
 * for a key that is taken, each with its reason.
 */
export async function answerReading(request: IncomingMessage, response: ServerResponse, own: Own): Promise<void> {
  const say = (status: number, value: object, more: Record<string, string> = {}) =>
    json(response, { status, value, headers: { ...own.headers, ...more } });
  const body = await bodyOf(request, { until: response, most: MOST });
  if (body === null) return say(413, { reason: 'too-large' }, { connection: 'close' });
  const asked = parsed(body);
  if (asked === null) return say(400, { reason: 'invalid' });
  const hash = sessionIn(request.headers.cookie, own.sessionCookie);
  if (!hash) return say(401, { reason: 'sign-in-needed' });
  try {
    if ('post' in asked) return say(200, await own.openReading(hash, asked));
    const answer = await own.takeBeat(hash, asked);
    return answer.taken ? say(200, answer) : say(409, { reason: 'conflict', ...answer });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason, retryAfterSeconds } = error;
    const status = reason === 'invalid' ? 400 : REFUSALS[reason];
    say(status, { reason }, retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) });
  }
}

function parsed(body: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(body.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
