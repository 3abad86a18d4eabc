-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "underBlogId" UUID;

-- CreateIndex
CREATE INDEX "moderation_event_underBlogId_id_idx" ON "moderation_event"("underBlogId", "id");

UPDATE moderation_event e SET "underBlogId" = coalesce(
  e."blogId",
  (SELECT "blogId" FROM post WHERE id = e."postId"),
  (SELECT p."blogId" FROM comment c JOIN post p ON p.id = c."postId" WHERE c.id = e."commentId"));

CREATE FUNCTION fill_event_blog() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    NEW."underBlogId" := coalesce(
      NEW."blogId",
      (SELECT "blogId" FROM public.post WHERE id = NEW."postId"),
      (SELECT p."blogId" FROM public.comment c JOIN public.post p ON p.id = c."postId" WHERE c.id = NEW."commentId"));
    RETURN NEW;
  END $$;
CREATE TRIGGER event_blog BEFORE INSERT ON moderation_event FOR EACH ROW EXECUTE FUNCTION fill_event_blog();
