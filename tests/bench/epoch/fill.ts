import type pg from 'pg';

/** A Monday far enough back for its week to be over. */
export const MONDAY = Date.UTC(2026, 0, 5);
export const WEEK = 7 * 86_400_000;
const PAYEES = 20;

/** People who read and who write: a tenth as many, three hundred at least, each with one post; and an admin. */
async function people(client: pg.Client, readers: number): Promise<number> {
  const payees = Math.max(300, Math.round(readers / 10));
  for (const [kind, count, role] of [
    ['admin', 1, 'admin'],
    ['writer', payees, 'member'],
    ['reader', readers, 'member'],
  ])
    await client.query(
      `INSERT INTO member (id, email, handle, name, role, "emailVerifiedAt", "createdAt")
       SELECT gen_random_uuid(), $3 || '-' || nth || '@bench.example', $3 || '-' || nth, $3 || ' ' || nth, $2::"SiteRole", '2025-01-01',
         '2025-01-01' FROM generate_series(1, $1::int) AS nth`,
      [count, role, kind],
    );
  await client.query(`
    CREATE TEMP TABLE writers AS SELECT id, gen_random_uuid() AS blog, gen_random_uuid() AS post, gen_random_uuid() AS payee,
      row_number() OVER () AS nth FROM member WHERE name LIKE 'writer %';
    INSERT INTO blog (id, handle, name, "submissionKey") SELECT blog, 'blog-' || nth, 'Blog ' || nth, gen_random_uuid() FROM writers;
    INSERT INTO blog_member ("blogId", "memberId", role) SELECT blog, id, 'owner' FROM writers;
    INSERT INTO post (id, "blogId", "authorId", slug, title, words, "submissionKey", "firstPublishedAt", "publishedAt")
      SELECT post, blog, id, 'post', 'Post ' || nth, 952, gen_random_uuid(), '2025-12-01', '2025-12-01' FROM writers;
    CREATE UNIQUE INDEX ON writers (nth)`);
  // Some are held, of whom most were cleared.
  await client.query(`
    INSERT INTO earning_hold (id, "memberId", reason, "byMachine", "createdAt", outcome, "endedById", "endedAt")
    SELECT gen_random_uuid(), m.id, 'burst', true, '2026-01-12', CASE WHEN nth % 4 > 0 THEN 'cleared'::"HoldOutcome" END,
      CASE WHEN nth % 4 > 0 THEN a.id END, CASE WHEN nth % 4 > 0 THEN timestamptz '2026-01-13' END
    FROM (SELECT id, row_number() OVER () AS nth FROM member WHERE name LIKE 'reader %') m,
      (SELECT id FROM member WHERE name LIKE 'admin %') a WHERE nth % 250 < 4`);
  return payees;
}

/**
 * Each reader with one of each twentieth of the writers, so that none is there twice; that all of them are there is not looked up. What
 * somebody read lies together, and who is next to whom follows from nothing.
 */
const read = (readers: string): string => `
  FROM (SELECT r.id, k, 1 + k * $1::int + floor(random() * $1::int)::int AS nth, 60 + (random() * 300)::int / 10 * 10 AS seconds
    FROM ${readers} r CROSS JOIN generate_series(0, ${PAYEES - 1}) AS k) AS one
  JOIN writers w ON w.nth = one.nth ORDER BY hashtextextended(one.id::text, 1)`;

async function withoutChecks(client: pg.Client, text: string, payees: number): Promise<void> {
  await client.query('SET session_replication_role = replica');
  await client.query(text, [Math.floor(payees / PAYEES)]);
  await client.query('SET session_replication_role = DEFAULT');
}

/** A site whose people read for a week, as it was measured: sixty seconds of a post count at least, 360 at most. */
export async function fillWeek(client: pg.Client, readers: number): Promise<void> {
  const payees = await people(client, readers);
  const day = `to_timestamp(${MONDAY / 1_000}) + (k % 7) * interval '1 day'`;
  const values = `one.id, w.post, to_char(${day}, 'YYYY-MM-DD'), ${day} + k * interval '1 hour', seconds, 10, '{[0,10)}'`;
  const readersOf = `(SELECT id FROM member WHERE name LIKE 'reader %')`;
  await withoutChecks(
    client,
    `INSERT INTO reading_sum ("readerId", "postId", day, "beganAt", seconds, blocks, seen) SELECT ${values} ${read(readersOf)}`,
    payees,
  );
  // Not what is empty yet: as on a site, where nothing looks at a table before there is something in it.
  await client.query('ANALYZE member, blog, blog_member, post, reading_sum');
}

/** The same, of which all that counts is written down already in the first epoch, which is not closed. */
export async function fillFrozen(client: pg.Client, readers: number): Promise<void> {
  const payees = await people(client, readers);
  await client.query(`
    INSERT INTO earning_account ("memberId", code) SELECT id, gen_random_uuid() FROM member;
    INSERT INTO epoch_post (epoch, "postId", "blogId", "authorId") SELECT 1, post, blog, id FROM writers;
    INSERT INTO epoch_payee (id, epoch, pool, "memberId", account)
      SELECT w.payee, 1, 'main', w.id, a.code FROM writers w JOIN earning_account a ON a."memberId" = w.id;
    INSERT INTO epoch_reader (id, epoch, pool, "memberId", account, tier, budget, "holdId")
      SELECT gen_random_uuid(), 1, 'main', m.id, a.code, 'phone', 12750, h.id
      FROM member m JOIN earning_account a ON a."memberId" = m.id LEFT JOIN earning_hold h ON h."memberId" = m.id AND h.outcome IS NULL
      WHERE m.name LIKE 'reader %'`);
  await withoutChecks(
    client,
    `INSERT INTO epoch_row ("readerId", "postId", "payeeId", seconds) SELECT one.id, w.post, w.payee, seconds ${read('epoch_reader')}`,
    payees,
  );
  await client.query(`UPDATE epoch SET reached = 'ffffffff-ffff-ffff-ffff-ffffffffffff'`);
  await client.query('ANALYZE');
}
