import 'server-only';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';

/** Whether the database answers within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const asked = db.$queryRaw`SELECT 1`.then(
    () => true,
    (error: unknown) => {
      log.error({ err: error }, 'the database does not answer');
      return false;
    },
  );
  return Promise.race([asked, late]);
}
