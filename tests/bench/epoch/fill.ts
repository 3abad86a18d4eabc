import type pg from 'pg';

/** A Monday far enough back for its week to be over. */
export const MONDAY = Date.UTC(2026, 0, 5);
export const WEEK = 7 * 86_400_000;
const PAYEES = 20;

/** The site's people and what was measured of a week: so many readers, who read one post of each of twenty writers, and an admin. */
export async function fillWeek(client: pg.Client, readers: number): Promise<void> {
  const payees = Math.max(300, Math.round(readers / 10));
  const people = (kind: string, count: number, role = 'member') =>
    client.query(
      `WITH made AS (INSERT INTO member (id, email, handle, name, role, "emailVerifiedAt", "createdAt")
         SELECT gen_random_uuid(), '${kind}-' || nth || '@bench.example', '${kind}-' || nth, '${kind} ' || nth, $2::"SiteRole",
           '2025-01-01', '2025-01-01' FROM generate_series(1, $1) AS nth RETURNING id)
       SELECT count(*) FROM made`,
      [count, role],
    );
  await people('admin', 1, 'admin');
  await people('writer', payees);
  await client.query(`
    CREATE TEMP TABLE writers AS SELECT id, gen_random_uuid() AS blog, gen_random_uuid() AS post, row_number() OVER () AS nth
      FROM member WHERE name LIKE 'writer %';
    INSERT INTO blog (id, handle, name, "submissionKey") SELECT blog, 'blog-' || nth, 'Blog ' || nth, gen_random_uuid() FROM writers;
    INSERT INTO blog_member ("blogId", "memberId", role) SELECT blog, id, 'owner' FROM writers;
    INSERT INTO post (id, "blogId", "authorId", slug, title, words, "submissionKey", "firstPublishedAt", "publishedAt")
      SELECT post, blog, id, 'post', 'Post ' || nth, 952, gen_random_uuid(), '2025-12-01', '2025-12-01' FROM writers;
    CREATE UNIQUE INDEX ON writers (nth)`);
  await people('reader', readers);
  // One of each twentieth of the writers, so that no reader has one twice; sixty seconds of a post count at least, 360 at most.
  await client.query(
    `INSERT INTO reading_sum ("readerId", "postId", day, "beganAt", seconds, seen)
     SELECT m.id, w.post, to_char(to_timestamp($1) + (k % 7) * interval '1 day', 'YYYY-MM-DD'),
       to_timestamp($1) + (k % 7) * interval '1 day' + k * interval '1 hour', 60 + (random() * 300)::int / 10 * 10, 100
     FROM member m CROSS JOIN generate_series(0, $2::int - 1) AS k
     JOIN LATERAL (SELECT 1 + k * $3::int + floor(random() * $3::int)::int AS nth WHERE m.id IS NOT NULL) AS one ON true
     JOIN writers w ON w.nth = one.nth WHERE m.name LIKE 'reader %'`,
    [MONDAY / 1_000, PAYEES, Math.floor(payees / PAYEES)],
  );
  // Some are held, of whom most were cleared.
  await client.query(`
    INSERT INTO earning_hold (id, "memberId", reason, "byMachine", "createdAt", outcome, "endedById", "endedAt")
    SELECT gen_random_uuid(), m.id, 'burst', true, '2026-01-12', CASE WHEN nth % 4 > 0 THEN 'cleared'::"HoldOutcome" END,
      CASE WHEN nth % 4 > 0 THEN a.id END, CASE WHEN nth % 4 > 0 THEN timestamptz '2026-01-13' END
    FROM (SELECT id, row_number() OVER () AS nth FROM member WHERE name LIKE 'reader %') m,
      (SELECT id FROM member WHERE name LIKE 'admin %') a WHERE nth % 250 < 4`);
  // Not what is empty yet: as on a site, where nothing looks at a table before there is something in it.
  await client.query('ANALYZE member, blog, blog_member, post, reading_sum');
}
