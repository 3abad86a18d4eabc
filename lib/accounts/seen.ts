import 'server-only';
import { log } from '@/lib/core/log';
import { currentRequest } from '@/lib/core/request';
import { pool } from '@/lib/db/pool';

/** Writes down that a session is in use. Whoever only reads is shown the page all the same when nothing can be written. */
export async function markSeen(sessionId: string, now: Date): Promise<void> {
  const request = currentRequest();
  const { fault } = request;
  try {
    await pool.query({ name: 'seen', text: 'UPDATE session SET "lastSeenAt" = $2 WHERE id = $1', values: [sessionId, now] });
  } catch (error) {
    if (fault === undefined) delete request.fault;
    log.warn({ err: error }, 'that a session is in use was not written down');
  }
}
