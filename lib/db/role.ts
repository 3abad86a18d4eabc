import 'server-only';
import { pool } from './pool';

/**
 * Makes sure that this thread's connections are not the owner's: what keeps the ledger is the role, and a pooler or an address with
 * options of its own may leave it out. @throws Error when they are somebody else's
 */
export async function requireRole(): Promise<void> {
  const { rows } = await pool.query<{ role: string }>('SELECT current_user::text AS role');
  if (rows[0]?.role !== 'bulb_app')
    throw new Error(`The database takes this process for ${rows[0]?.role}, not for bulb_app: DATABASE_URL must let it set its role.`);
}
