import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from '@/lib/core/answer';
import type { QuickPath } from '@/lib/core/quick-forms';
import { Refused } from '@/lib/core/refused';
import { type RequestContext, requestStorage } from '@/lib/core/request';
import { bodyOf } from './form-body';
import { json, type Own, sessionIn } from './own';
import type { Asked, Passing } from './pass';
import type { Queue } from './queue';
import { wroteCookie } from './wrote';

/** More than any of these forms takes. Bytes. */
const MOST = 1_000;

interface Parts {
  own: Own;
  passing: Passing;
  /** Of their own, narrower than this thread's connections: behind a row that is held nobody's looks and beats wait. */
  queue: Queue;
  https: boolean;
}

/**
 * Carries out a form that is sent so often that Next, which costs ten times what the command does, does not see it: a vote, a bulb. The
 * answer is what its action would answer, as JSON; what it changed is known here before it goes out. False where the body is too large.
 * @throws Overloaded
 */
export async function answerQuick(
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked & { path: QuickPath },
  { own, passing, queue, https }: Parts,
): Promise<boolean> {
  const body = await bodyOf(request, { until: response, most: MOST });
  if (body === null) return false;
  // Of any other type it has no fields.
  const coded = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(coded ? body.toString() : '');
  const hash = sessionIn(request.headers.cookie, own.sessionCookie);
  const context: RequestContext = { id: asked.id, address: asked.address };
  const run = () =>
    answer(form, async () => {
      if (!hash) throw new Refused('sign-in-needed');
      await own.quick[asked.path](hash, form);
      return null;
    });
  // A client that left meanwhile is not served, nor what it sent carried out.
  const value = await queue.run(async () => (response.destroyed ? null : requestStorage.run(context, run)));
  if (value === null) return true;
  const { wrote = [], fault, status = 200, headers = {} } = context;
  // Of what may not have been written yet nothing is said: should it be after all, its own notice is heard as the first.
  if (!fault) for (const notice of wrote) passing.hear(notice);
  const cookie: Record<string, string> = wrote.length > 0 ? { 'set-cookie': wroteCookie(wrote, https) } : {};
  const again: Record<string, string> = status === 503 ? { 'retry-after': '5' } : {};
  json(response, { status, value, headers: { ...own.headers, ...again, ...headers, ...cookie, 'x-request-id': asked.id } });
  return true;
}
