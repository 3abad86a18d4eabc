import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { ensureDatabase, startPostgres } from '../../../bin/postgres';
import { ensureClient } from '../../../bin/setup/client';
import { dataDir } from '../../../bin/setup/data';
import { leaveDatabase, migrateDatabase } from '../../../bin/setup/database';
import { ensureSecrets } from '../../../bin/setup/secrets';
import { ownClock } from '../../support/own-clock';
import { type Forged, TABS } from './attacks/a13-beat-forgery';
import { MONDAY, reading } from './measure';

/** Ten minutes of forging, a step of the clock at a time. Milliseconds. */
const ELAPSED = 600_000;
const STEP = 250;

/**
 * Forges beats in thirty tabs of one reader at once, each as soon as one is taken at all, twice, and with the one after it before its
 * turn; and counts what the product credits, by its own statements on a Postgres of its own whose clock is moved.
 */
export async function forgeBeats(): Promise<Forged> {
  ensureSecrets();
  ensureClient();
  const home = path.join(dataDir, `bench-beats-${process.pid}`);
  const postgres = await startPostgres(home, { fresh: true, careless: true });
  const owner = new pg.Client({ connectionString: postgres.url('bulb') });
  try {
    await ensureDatabase(postgres, 'bulb');
    Object.assign(process.env, { DATABASE_URL: postgres.url('bulb'), LOG_LEVEL: process.env.LOG_LEVEL || 'fatal' });
    await migrateDatabase();
    await owner.connect();
    const set = await ownClock(owner, new Date(MONDAY));
    return await forge(set);
  } finally {
    await owner.end();
    await leaveDatabase().finally(() => postgres.stop());
    rmSync(home, { recursive: true, force: true });
  }
}

async function forge(set: (to: Date) => Promise<void>): Promise<Forged> {
  const [{ blog, member, post, sessionOf }, { setMeasured }, { openReading }, { takeBeat }, { db }] = await Promise.all([
    import('../../factories/people'),
    import('@/lib/reading/commands/set-measured'),
    import('@/lib/reading/commands/open-reading'),
    import('@/lib/reading/commands/take-beat'),
    import('@/lib/db/client'),
  ]);
  const [author, forger] = [await member(), await member()];
  const { id } = await post({ blog: await blog({ owner: author }), author });
  await setMeasured(forger, { on: '1' });
  const hash = await sessionOf(forger);
  const tabs = Array.from({ length: TABS }, () => ({ session: randomUUID(), seq: 0, at: 0 }));
  // As many as one may open in a minute, and one more minute for the rest.
  for (const [nth, tab] of tabs.entries()) {
    const at = nth < TABS / 2 ? nth * STEP : 61_000 + nth * STEP;
    await set(new Date(MONDAY + at));
    await openReading(hash, { session: tab.session, post: id });
    tab.at = at;
  }
  const begun = tabs.at(-1)?.at ?? 0;
  for (let now = begun; now < begun + ELAPSED; now += STEP) {
    const due = tabs.filter(({ at }) => now - at >= reading.earliest);
    if (due.length === 0) continue;
    await set(new Date(MONDAY + now));
    for (const tab of due) {
      const beat = { session: tab.session, seen: [0, 10] };
      await takeBeat(hash, { ...beat, seq: tab.seq + 2 });
      const { taken } = await takeBeat(hash, { ...beat, seq: tab.seq + 1 });
      await takeBeat(hash, { ...beat, seq: tab.seq + 1 });
      if (!taken) throw new Error('a beat in its turn was not taken');
      tab.seq += 1;
      tab.at = now;
    }
  }
  const credited = reading.beatSeconds * (await db.readingBeat.count({ where: { readerId: forger.id } }));
  // A piece of time more, of which it had only parts.
  return { credited, elapsed: ELAPSED / 1_000 + reading.beatSeconds };
}
