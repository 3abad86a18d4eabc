import 'server-only';
import { log } from '@/lib/core/log';
import { pool } from '@/lib/db/pool';

/** Whether the database answers within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const asked = pool.query('SELECT 1').then(
    () => true,
    (error: unknown) => {
      log.error({ err: error }, 'the database does not answer');
      return false;
    },
  );
  return Promise.race([asked, late]);
}
