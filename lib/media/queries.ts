import 'server-only';
import { db } from '@/lib/db/client';

/** More blogs than these need not be asked whether they still show a picture: one is enough. */
const MOST_BLOGS = 20;

/** A picture's bytes, and some of the blogs that show it to everyone; null when there is none of this id. */
export async function findPicture(id: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; blogIds: string[] } | null> {
  const [row, shown] = await Promise.all([
    db.media.findUnique({ where: { id }, select: { bytes: true } }),
    db.$queryRaw<{ blogId: string }[]>`
      SELECT "blogId" FROM post WHERE "publishedAt" IS NOT NULL AND "coverId" = ${id}::uuid
      UNION
      SELECT "blogId" FROM post WHERE "publishedAt" IS NOT NULL
        AND jsonb_path_query_array(document, '$.**.src') @> to_jsonb(${`/media/${id}`}::text)
      LIMIT ${MOST_BLOGS}`,
  ]);
  return row && { bytes: row.bytes, blogIds: shown.map(({ blogId }) => blogId) };
}
