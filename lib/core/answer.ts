import { databaseFault } from './database-fault';
import { log } from './log';
import { type FieldErrors, REFUSALS, type Reason, Refused } from './refused';
import { currentRequest } from './request';
import { type Fields, isControlFlow, typedIn } from './typed';

/** What a form gets back. `typed` is all that was typed, so nothing is lost. */
export type Answer<T = null> =
  | { kind: 'idle' }
  | { kind: 'done'; value: T }
  | { kind: 'refused'; reason: Reason; fields: FieldErrors; retryAfterSeconds: number | null; typed: Record<string, string> }
  | { kind: 'bug'; id: string; typed: Record<string, string> };

export const IDLE: Answer<never> = { kind: 'idle' };

/** Runs a command for a form. A refusal or a fault of the database becomes words and a status; a bug is logged and only its id shown. */
export async function answer<T>(form: Fields, run: () => Promise<T>): Promise<Answer<T>> {
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
    const known = request.fault ?? databaseFault(error);
    // Part of it is saved already.
    const fault = known && request.committed ? 'unsure' : known;
    if (fault) {
      request.status = REFUSALS[fault];
      return { kind: 'refused', reason: fault, fields: {}, retryAfterSeconds: null, typed };
    }
    request.status = 500;
    log.error({ err: error }, 'an action failed');
    return { kind: 'bug', id: request.id, typed };
  }
}
