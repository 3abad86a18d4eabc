import pg from 'pg';
import { afterAll } from 'vitest';
import { type Clock, ownClock } from './own-clock';

/** `ownClock` for the database of a file of tests. To be called before anything asks the database. */
export async function stopClock(at: Date): Promise<Clock> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  afterAll(() => owner.end());
  return ownClock(owner, at);
}
