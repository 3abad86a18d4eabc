-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "shownAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "comment_postId_shownAt_idx" ON "comment"("postId", "shownAt");

UPDATE comment SET "shownAt" = "createdAt" WHERE status = 'visible';

CREATE FUNCTION keep_comment_shown() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    IF NEW.status <> 'visible' THEN
      NEW."shownAt" := NULL;
    ELSIF TG_OP = 'INSERT' THEN
      NEW."shownAt" := NEW."createdAt";
    ELSIF OLD.status <> 'visible' THEN
      NEW."shownAt" := clock_timestamp();
    END IF;
    RETURN NEW;
  END $$;
CREATE TRIGGER comment_shown BEFORE INSERT OR UPDATE OF status ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_shown();
