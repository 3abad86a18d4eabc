import 'server-only';
import { log } from '@/lib/core/log';
import { pool } from './pool';

/**
 * Makes sure that this thread's connections are not the owner's: what keeps the ledger is the role, and a pooler or an address with
 * options of its own may leave it out. Of a database that is away nothing can be said: whoever starts meanwhile serves what it can.
 * @throws Error when the connections are somebody else's
 */
export async function requireRole(): Promise<void> {
  const asked = pool.query<{ role: string }>('SELECT current_user::text AS role');
  const answer = await asked.catch((error: unknown) => log.warn({ err: error }, 'nobody says yet as whom the database is used'));
  const role = answer?.rows[0]?.role;
  if (role !== undefined && role !== 'bulb_app')
    throw new Error(`The database takes this process for ${role}, not for bulb_app: DATABASE_URL must let it set its role.`);
}
