-- CreateEnum
CREATE TYPE "FilterLevel" AS ENUM ('off', 'light', 'standard', 'strict');

-- DropIndex
DROP INDEX "comment_parentId_idx";

-- AlterTable
ALTER TABLE "blog" ADD COLUMN     "filterLevel" "FilterLevel" NOT NULL DEFAULT 'standard';

-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "highlightedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "reportWeight" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "score" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "unwanted" DOUBLE PRECISION,
ADD COLUMN     "writerReplied" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "vote" ADD COLUMN     "was" SMALLINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "thread_order" (
    "id" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "ids" UUID[],
    "filtered" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_order_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "thread_order_postId_createdAt_idx" ON "thread_order"("postId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "comment_postId_parentId_createdAt_id_idx" ON "comment"("postId", "parentId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "comment_parentId_score_id_idx" ON "comment"("parentId", "score" DESC, "id");

-- AddForeignKey
ALTER TABLE "thread_order" ADD CONSTRAINT "thread_order_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The lower end of Wilson's interval at z = 1.28155, as `lib/relevance/score.ts` has it: a test holds the two together. The
-- database keeps it with each change of what it is made of, so that no command can forget to.
CREATE FUNCTION comment_score(ups float8, downs float8, unwanted float8, replied boolean, highlighted boolean) RETURNS float8
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN ups + downs = 0 THEN 0 ELSE greatest(0, (
      ups / (ups + downs) + 1.28155 ^ 2 / (2 * (ups + downs))
        - 1.28155 * sqrt((ups * downs / (ups + downs) ^ 2 + 1.28155 ^ 2 / (4 * (ups + downs))) / (ups + downs))
    ) / (1 + 1.28155 ^ 2 / (ups + downs))) END
    - 0.5 * coalesce(unwanted, 0) + CASE WHEN replied THEN 0.1 ELSE 0 END + CASE WHEN highlighted THEN 0.2 ELSE 0 END $$;
CREATE FUNCTION keep_comment_score() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    NEW.score := public.comment_score(NEW.ups, NEW.downs + NEW."reportWeight", NEW.unwanted, NEW."writerReplied", NEW."highlightedAt" IS NOT NULL);
    RETURN NEW;
  END $$;
CREATE TRIGGER comment_score BEFORE INSERT OR UPDATE OF ups, downs, "reportWeight", unwanted, "writerReplied", "highlightedAt"
  ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_score();

-- A vote that was taken back stays as 0, and `was` is what it was before its last change: the counts move by the difference.
ALTER TABLE "vote" DROP CONSTRAINT "vote_value_check";
ALTER TABLE "vote"
  ADD CONSTRAINT "vote_value_check" CHECK ("value" IN (-1, 0, 1) AND "was" IN (-1, 0, 1));
