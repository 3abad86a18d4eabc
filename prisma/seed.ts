import { db, type Tx } from '@/lib/db/client';
import { record } from '@/lib/earnings/acts';
import { stopSending } from '@/lib/jobs/queue';
import { seedBlogs, seedPeople, seedSubscriptions } from './seed/people';
import { drawPictures, seedPictures, seedPosts } from './seed/posts';
import { seedThreads } from './seed/threads';
import { divideWeeks, seedWeeks } from './seed/weeks';

// Any number will do, as long as nothing else locks it.
const LOCK = 7_235_002;

/**
 * Fills an empty database with the demo town of tests/factories/town; answers whether it did.
 * All or nothing: one transaction, so a start cut short leaves the database empty for the next. Then its past weeks of reading are
 * divided, which the site's jobs carry on when that is cut short.
 */
export async function seedTown(now: Date): Promise<boolean> {
  if ((await db.member.count()) > 0) return false;
  const drawn = await drawPictures();
  const filled = await db.$transaction(
    async (tx: Tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
      if ((await tx.member.count()) > 0) return false;
      const people = await seedPeople(tx, now);
      const blogs = await seedBlogs(tx, people, now);
      const pictures = await seedPictures(tx, drawn);
      const posts = await seedPosts(tx, { people, blogs, pictures, now });
      await seedThreads(tx, { people, posts, now });
      await seedSubscriptions(tx, { people, blogs, now });
      // The demo needs nobody: its epochs go on by themselves.
      await record(tx, 'steps-by-itself', null);
      await seedWeeks(tx, { people, posts, now });
      return true;
    },
    { timeout: 180_000, maxWait: 20_000 },
  );
  if (!filled) return false;
  await divideWeeks(now);
  await stopSending();
  return true;
}
