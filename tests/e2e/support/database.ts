import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { placeFor } from '../../../bin/postgres/place';

/** Where the database of the town is whose data lie in `data`, as its owner. */
export function townUrl(data: string): string {
  const { home } = placeFor(path.join(data, 'postgres'));
  const password = readFileSync(path.join(home, 'password'), 'utf8').trim();
  const [, , , port] = readFileSync(path.join(home, 'data/postmaster.pid'), 'utf8').split('\n');
  return `postgresql://bulb:${password}@127.0.0.1:${port}/bulb`;
}

/** That database, for what no form of it makes by the dozen. */
export async function townClient(data: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: townUrl(data) });
  await client.connect();
  return client;
}

/** Comments of someone new that wait for a moderator under the post at `slug`, the first the oldest of all that wait. */
export async function holdComments(data: string, slug: string, handle: string, bodies: readonly string[]): Promise<void> {
  const client = await townClient(data);
  try {
    await client.query(
      `WITH someone AS (
         INSERT INTO member (id, name, handle, email) VALUES (gen_random_uuid(), 'Linh Pham', $2::text, $2::text || '@town.example') RETURNING id
       ), made AS (
         INSERT INTO comment (id, "postId", "authorId", body, status, "submissionKey", "createdAt")
         SELECT gen_random_uuid(), p.id, m.id, b.body, 'held', gen_random_uuid(), timestamptz '2020-01-01' + b.nth * interval '1 minute'
         FROM unnest($3::text[]) WITH ORDINALITY AS b (body, nth), post p, someone m WHERE p.slug = $1
         RETURNING id
       )
       INSERT INTO moderation_event (id, "commentId", action, rule, "byMachine", "toStatus")
       SELECT gen_random_uuid(), id, 'screened', 'newcomer', true, 'held' FROM made`,
      [slug, handle, bodies],
    );
  } finally {
    await client.end();
  }
}

/** So many comments of someone, each voted up, under the post at `slug`; the page hears of them with its next change. */
export async function crowdThread(data: string, slug: string, handle: string, count: number): Promise<void> {
  const client = await townClient(data);
  try {
    await client.query(
      `WITH made AS (
         INSERT INTO comment (id, "postId", "authorId", body, status, "submissionKey", ups, "createdAt")
         SELECT gen_random_uuid(), p.id, m.id, 'One more line, the ' || nth || 'th.', 'visible', gen_random_uuid(), 3, now() - nth * interval '1 day'
         FROM generate_series(1, $3::int) AS nth, post p, member m WHERE p.slug = $1 AND m.handle = $2
         RETURNING "postId"
       )
       UPDATE post SET "commentCount" = "commentCount" + $3 WHERE id IN (SELECT "postId" FROM made)`,
      [slug, handle, count],
    );
  } finally {
    await client.end();
  }
}

/** Comments of someone of the town that are shown under the post at `slug`, one for each of the last minutes. */
export async function showComments(data: string, slug: string, handle: string, bodies: readonly string[]): Promise<void> {
  const client = await townClient(data);
  try {
    await client.query(
      `WITH made AS (
         INSERT INTO comment (id, "postId", "authorId", body, status, "submissionKey", "createdAt")
         SELECT gen_random_uuid(), p.id, m.id, b.body, 'visible', gen_random_uuid(), now() - b.nth * interval '1 minute'
         FROM unnest($3::text[]) WITH ORDINALITY AS b (body, nth), post p, member m WHERE p.slug = $1 AND m.handle = $2
         RETURNING id
       )
       UPDATE post SET "commentCount" = "commentCount" + (SELECT count(*) FROM made) WHERE slug = $1`,
      [slug, handle, bodies],
    );
  } finally {
    await client.end();
  }
}

/** What people decided about the comments that begin with `marker`, one line for each comment: who and what. */
export async function decisionsAbout(data: string, marker: string): Promise<string[]> {
  const client = await townClient(data);
  try {
    const { rows } = await client.query<{ made: string }>(
      `SELECT coalesce(string_agg(m.handle || ' ' || e.action, ', ' ORDER BY e."createdAt", e.id), '') AS made
       FROM comment c LEFT JOIN moderation_event e ON e."commentId" = c.id AND NOT e."byMachine" LEFT JOIN member m ON m.id = e."actorId"
       WHERE starts_with(c.body, $1) GROUP BY c.id ORDER BY c."createdAt", c.id`,
      [marker],
    );
    return rows.map(({ made }) => made);
  } finally {
    await client.end();
  }
}

/** So many people of the town have read the post at `slug` yesterday, each for a minute, one for two. */
export async function readBy(data: string, slug: string, handles: readonly string[]): Promise<void> {
  const client = await townClient(data);
  try {
    await client.query(
      `WITH own AS (
         INSERT INTO reading_session (id, "readerId", "postId", "openedAt", "lastAt", "lastSeq", blocks, seen)
         SELECT gen_random_uuid(), m.id, p.id, now() - interval '1 day', now() - interval '1 day', 6, 10, '{[0,10)}'
         FROM post p, member m WHERE p.slug = $1 AND m.handle = ANY ($2) RETURNING id, "readerId"
       )
       INSERT INTO reading_beat ("readerId", slot, "sessionId")
       SELECT "readerId", (floor(extract(epoch FROM now()) / 86400)::bigint - 1) * 8640 + nth, id FROM own, generate_series(1, 6) AS nth`,
      [slug, handles],
    );
  } finally {
    await client.end();
  }
}

/** Minutes that someone of the town read today and the days before, as measured, of the posts at `slugs`, in their order. */
export async function readFor(
  data: string,
  handle: string,
  slugs: readonly { slug: string; minutes: number; daysAgo: number }[],
): Promise<void> {
  const client = await townClient(data);
  try {
    let before = 0;
    for (const { slug, minutes, daysAgo } of slugs) {
      await client.query(
        `WITH own AS (
           INSERT INTO reading_session (id, "readerId", "postId", "openedAt", "lastAt", "lastSeq", blocks, seen)
           SELECT gen_random_uuid(), m.id, p.id, now(), now(), $3::int * 6, 10, '{[0,10)}' FROM post p, member m
           WHERE p.slug = $1 AND m.handle = $2 RETURNING id, "readerId"
         )
         INSERT INTO reading_beat ("readerId", slot, "sessionId")
         SELECT "readerId", (floor(extract(epoch FROM now()) / 86400)::bigint - $4::int) * 8640 + $5::int + nth, id FROM own, generate_series(1, $3::int * 6) AS nth`,
        [slug, handle, minutes, daysAgo, before],
      );
      before += minutes * 6;
    }
  } finally {
    await client.end();
  }
}
