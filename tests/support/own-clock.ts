import type pg from 'pg';

/** Sets the clock. */
export type Clock = (to: Date) => Promise<void>;

/**
 * Gives a database a clock that stands still until it is set: `now()` of every session that begins after is another function than
 * Postgres' own. `owner` is its owner's connection. Answers with what sets it.
 */
export async function ownClock(owner: pg.Client, at: Date): Promise<Clock> {
  await owner.query(`CREATE SCHEMA clock`);
  await owner.query(`CREATE TABLE clock.hand (at timestamptz)`);
  await owner.query(`INSERT INTO clock.hand VALUES ($1)`, [at]);
  await owner.query(`CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT at FROM clock.hand'`);
  await owner.query(`GRANT USAGE ON SCHEMA clock TO bulb_app`);
  await owner.query(`GRANT SELECT ON clock.hand TO bulb_app`);
  await owner.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = clock, public, pg_catalog', current_database()); END $$`,
  );
  return async (to) => void (await owner.query(`UPDATE clock.hand SET at = $1`, [to]));
}
