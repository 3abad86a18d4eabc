import 'server-only';
import { pool } from './pool';

/**
 * Does what only one is to do at a time, whatever process it is in: where another is at it, nothing is done. When the process dies,
 * or its connection, the next one may. @returns what `act` does; null where another is at it
 */
export async function alone<T>(name: string, act: () => Promise<T>): Promise<T | null> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost = error;
  };
  client.on('error', lose);
  // Whether the lock is held after a question that failed, nobody knows: with its connection it goes.
  const ask = (text: string) =>
    client.query<{ got: boolean }>(text, [name]).catch((error: Error) => {
      lose(error);
      throw error;
    });
  try {
    const { rows } = await ask('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS got');
    if (!rows[0]?.got) return null;
    try {
      return await act();
    } finally {
      if (!lost) await ask('SELECT pg_advisory_unlock(hashtextextended($1, 0)) AS got');
    }
  } finally {
    client.removeListener('error', lose);
    client.release(lost);
  }
}
