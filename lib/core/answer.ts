import { log } from './log';
import { type FieldErrors, REFUSALS, type Reason, Refused } from './refused';
import { currentRequest } from './request';

/** What a form gets back. `typed` is all that was typed, so nothing is lost. */
export type Answer<T = null> =
  | { kind: 'idle' }
  | { kind: 'done'; value: T }
  | { kind: 'refused'; reason: Reason; fields: FieldErrors; retryAfterSeconds: number | null; typed: Record<string, string> }
  | { kind: 'bug'; id: string; typed: Record<string, string> };

export const IDLE: Answer<never> = { kind: 'idle' };

/** Runs a command for a form. A refusal becomes words and a status; a bug is logged and only its id shown. */
export async function answer<T>(form: FormData, run: () => Promise<T>): Promise<Answer<T>> {
  const request = currentRequest();
  try {
    return { kind: 'done', value: await run() };
  } catch (error) {
    if (isControlFlow(error)) throw error;
    const typed = typedIn(form);
    if (error instanceof Refused) {
      request.status = REFUSALS[error.reason];
      if (error.retryAfterSeconds !== null) request.headers = { ...request.headers, 'retry-after': String(error.retryAfterSeconds) };
      return { kind: 'refused', reason: error.reason, fields: error.fields, retryAfterSeconds: error.retryAfterSeconds, typed };
    }
    request.status = 500;
    log.error({ err: error }, 'an action failed');
    return { kind: 'bug', id: request.id, typed };
  }
}

// Next's redirect() and notFound() travel as errors with a digest and must pass through.
function isControlFlow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'digest' in error && String(error.digest).startsWith('NEXT_');
}

function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) typed[name] = value;
  return typed;
}
