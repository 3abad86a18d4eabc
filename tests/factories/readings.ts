import { db } from '@/lib/db/client';

interface ReadingWishes {
  reader: { id: string };
  post: { id: string };
  at: Date;
  /** Ten seconds each. */
  beats?: number;
  blocks?: number;
  /** As a multirange: `{[0,4)}`. */
  seen?: string;
}

/** A reading that took place at `at`, with its beats, as the town's pages would have sent them. */
export async function reading({ reader, post, at, beats = 6, blocks = 10, seen = '{[0,10)}' }: ReadingWishes): Promise<{ id: string }> {
  const first = Math.ceil(at.getTime() / 10_000);
  const [row] = await db.$queryRaw<{ id: string }[]>`
    WITH own AS (
      INSERT INTO reading_session (id, "readerId", "postId", "openedAt", "lastAt", "lastSeq", blocks, seen)
      VALUES (gen_random_uuid(), ${reader.id}::uuid, ${post.id}::uuid, ${at}, ${new Date((first + beats) * 10_000)}, ${beats}, ${blocks}, ${seen}::int4multirange)
      RETURNING id
    ), counted AS (
      INSERT INTO reading_beat ("readerId", slot, "sessionId")
      SELECT ${reader.id}::uuid, ${first}::bigint + nth, own.id FROM own, generate_series(0, ${beats - 1}::int) AS nth
    )
    SELECT id FROM own`;
  if (!row) throw new Error('no reading was made');
  return row;
}
