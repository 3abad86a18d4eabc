import type { Locator, Page } from '@playwright/test';
import { townClient } from './database';

export interface Wanted {
  body: string;
  /** The handle; someone new where nobody has it. */
  by: string;
  /** The body of the comment that it answers, which comes before it. */
  under?: string;
  ups?: number;
  downs?: number;
  reportWeight?: number;
  unwanted?: number;
  secondsAgo?: number;
}

/** The comment with these words. */
export const article = (page: Page, words: string): Locator => page.locator('article[id^="c-"]').filter({ hasText: words });

/** So many comments of as many people, of whom some are voted on. */
export const crowd = (count: number, words: string): Wanted[] =>
  Array.from({ length: count }, (_, nth) => ({ by: `reader-${nth + 1}`, body: `${words} ${nth + 1}.`, ups: nth % 7, downs: nth % 2 }));

/** Makes these the whole thread of the post at `slug`, before anybody looks at it: no form makes comments by the dozen. */
export async function makeThread(data: string, slug: string, comments: readonly Wanted[]): Promise<void> {
  const client = await townClient(data);
  try {
    const wanted = JSON.stringify(comments);
    await client.query(
      `INSERT INTO member (id, name, handle, email, "createdAt")
       SELECT gen_random_uuid(), initcap(replace(by, '-', ' ')), by, by || '@town.example', now() - interval '1 year'
       FROM (SELECT DISTINCT by FROM jsonb_to_recordset($1::jsonb) AS w (by text)) people
       WHERE NOT EXISTS (SELECT FROM member m WHERE m.handle = by)`,
      [wanted],
    );
    await client.query(`DELETE FROM comment WHERE "postId" = (SELECT id FROM post WHERE slug = $1)`, [slug]);
    await client.query(
      `WITH wanted AS (
         SELECT w.*, e.nth, gen_random_uuid() AS id FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS e (one, nth),
           jsonb_to_record(e.one) AS w (body text, by text, under text, ups int, downs int, "reportWeight" float8, unwanted float8, "secondsAgo" float8)
       )
       INSERT INTO comment (id, "postId", "parentId", "authorId", body, status, "submissionKey", ups, downs, "reportWeight", unwanted, "createdAt")
       SELECT w.id, p.id, above.id, m.id, w.body, 'visible', gen_random_uuid(), coalesce(w.ups, 0), coalesce(w.downs, 0),
         coalesce(w."reportWeight", 0), w.unwanted, now() - coalesce(w."secondsAgo", 86400 - w.nth) * interval '1 second'
       FROM wanted w JOIN post p ON p.slug = $1 JOIN member m ON m.handle = w.by LEFT JOIN wanted above ON above.body = w.under`,
      [slug, wanted],
    );
    await client.query(`UPDATE post SET "commentCount" = $2 WHERE slug = $1`, [slug, comments.length]);
  } finally {
    await client.end();
  }
}

/** Takes away those of a post's comments whose words are like these, as a moderator's decision leaves them. */
export async function removeComments(data: string, slug: string, like: string): Promise<{ id: string; answered: boolean }[]> {
  const client = await townClient(data);
  try {
    const { rows } = await client.query<{ id: string; answered: boolean }>(
      `UPDATE comment c SET status = 'removed' WHERE "postId" = (SELECT id FROM post WHERE slug = $1) AND body LIKE $2
       RETURNING id, EXISTS (SELECT FROM comment b WHERE b."parentId" = c.id) AS answered`,
      [slug, like],
    );
    await client.query(`UPDATE post SET "commentCount" = "commentCount" - $2 WHERE slug = $1`, [slug, rows.length]);
    return rows;
  } finally {
    await client.end();
  }
}
