-- DropIndex
DROP INDEX "vote_memberId_idx";

-- AlterTable
ALTER TABLE "vote" ADD COLUMN     "postId" UUID;

-- CreateIndex
CREATE INDEX "vote_memberId_postId_idx" ON "vote"("memberId", "postId");

UPDATE vote SET "postId" = c."postId" FROM comment c WHERE c.id = vote."commentId";

-- So that somebody's votes in a thread are found without all others that they ever gave.
CREATE FUNCTION fill_vote_post() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    SELECT "postId" INTO NEW."postId" FROM public.comment WHERE id = NEW."commentId";
    RETURN NEW;
  END $$;
CREATE TRIGGER vote_post BEFORE INSERT ON vote FOR EACH ROW EXECUTE FUNCTION fill_vote_post();
