import 'server-only';
import { db, Prisma } from '@/lib/db/client';
import { type Asked, cursorIn, narrowedTo } from './asked';

/** So many of the latest are looked through one by one. What most comments say is found among them, and the rest is rare. */
const LOOKED_THROUGH = 3_000;

/** The ids of a page of all comments of these blogs (null: of all), newest first, at most `most`. */
export async function idsOfAll(asked: Asked, blogIds: string[] | null, most: number): Promise<string[]> {
  const { said, rule, reason } = narrowedTo(asked);
  const ask = async (query: Prisma.Sql) => (await db.$queryRaw<{ id: string }[]>(query)).map(({ id }) => id);
  const near = await ask(amongLatest(asked, blogIds, most));
  const narrowed = said !== '' || rule !== '' || reason !== undefined;
  return narrowed && near.length < most ? ask(amongAll(asked, blogIds, most)) : near;
}

const ORDER = Prisma.sql`ORDER BY t."createdAt" DESC, t."commentId" DESC`;

export const amongLatest = (asked: Asked, blogIds: string[] | null, most: number) => Prisma.sql`
  SELECT t."commentId" AS id
  FROM (SELECT * FROM comment_text t WHERE ${placed(asked, blogIds)} ${ORDER} LIMIT ${LOOKED_THROUGH}) t
  WHERE ${filtered(asked)} AND ${saying(asked)} ${ORDER} LIMIT ${most}`;

/** By the index of three letters in a row; what is shorter than that is looked for in each. */
export const amongAll = (asked: Asked, blogIds: string[] | null, most: number) => Prisma.sql`
  SELECT t."commentId" AS id FROM comment_text t
  WHERE ${placed(asked, blogIds)} AND ${filtered(asked)} AND ${found(asked)} ${ORDER} LIMIT ${most}`;

function placed(asked: Asked, blogIds: string[] | null): Prisma.Sql {
  const { blog } = narrowedTo(asked);
  const after = cursorIn(asked);
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(blogIds ? [Prisma.sql`t."blogId" = ANY (${blogIds}::uuid[])`] : []),
      ...(blog ? [Prisma.sql`t."blogId" = (SELECT id FROM blog WHERE handle = ${blog}::citext)`] : []),
      ...(after ? [Prisma.sql`(t."createdAt", t."commentId") < (${after.createdAt}, ${after.id}::uuid)`] : []),
    ],
    ' AND ',
  );
}

function filtered(asked: Asked): Prisma.Sql {
  const { rule, reason } = narrowedTo(asked);
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(rule
        ? [Prisma.sql`t."commentId" IN (SELECT e."commentId" FROM moderation_event e WHERE e.rule = ${rule} AND e."commentId" IS NOT NULL)`]
        : []),
      ...(reason ? [Prisma.sql`t."commentId" IN (SELECT r."commentId" FROM report r WHERE r.reason::text = ${reason})`] : []),
    ],
    ' AND ',
  );
}

const patternOf = (asked: Asked): string => `%${narrowedTo(asked).said}%`;
const called = (pattern: string) => Prisma.sql`(m.name ILIKE ${pattern} OR m.handle::text ILIKE ${pattern})`;

/** For few comments: each is asked. */
function saying(asked: Asked): Prisma.Sql {
  const pattern = patternOf(asked);
  if (pattern === '%%') return Prisma.sql`true`;
  return Prisma.sql`(t.body ILIKE ${pattern} OR EXISTS (
    SELECT FROM comment c JOIN member m ON m.id = c."authorId" WHERE c.id = t."commentId" AND ${called(pattern)}))`;
}

/** For all comments: those that say it, and those of the people who are called so, each by its own index. */
function found(asked: Asked): Prisma.Sql {
  const pattern = patternOf(asked);
  if (pattern === '%%') return Prisma.sql`true`;
  return Prisma.sql`t."commentId" IN (
    SELECT s."commentId" FROM comment_text s WHERE s.body ILIKE ${pattern}
    UNION SELECT c.id FROM comment c JOIN member m ON m.id = c."authorId" WHERE ${called(pattern)})`;
}
