-- AlterTable
ALTER TABLE "comment_revision" ADD COLUMN     "marked" BOOLEAN NOT NULL DEFAULT false;

-- An edit after a quarter of an hour was marked for sure, and so was the last of a marked comment; of others nobody knows.
UPDATE comment_revision r SET marked = true FROM comment c
WHERE c.id = r."commentId" AND c."editedAt" IS NOT NULL
  AND (r."createdAt" > c."createdAt" + interval '15 minutes' OR r.revision = c.revision - 1);
