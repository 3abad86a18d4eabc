CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "comment_text" (
    "commentId" UUID NOT NULL,
    "blogId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "comment_text_pkey" PRIMARY KEY ("commentId")
);

INSERT INTO comment_text SELECT c.id, p."blogId", c."createdAt", c.body FROM comment c JOIN post p ON p.id = c."postId";

-- CreateIndex
CREATE INDEX "comment_text_createdAt_commentId_idx" ON "comment_text"("createdAt", "commentId");

-- CreateIndex
CREATE INDEX "comment_text_blogId_createdAt_commentId_idx" ON "comment_text"("blogId", "createdAt", "commentId");

-- CreateIndex
CREATE INDEX "comment_text_body_idx" ON "comment_text" USING GIN ("body" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "comment_text" ADD CONSTRAINT "comment_text_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION keep_comment_text() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN
    INSERT INTO public.comment_text ("commentId", "blogId", "createdAt", body)
      SELECT NEW.id, "blogId", NEW."createdAt", NEW.body FROM public.post WHERE id = NEW."postId"
      ON CONFLICT ("commentId") DO UPDATE SET "createdAt" = excluded."createdAt", body = excluded.body;
    RETURN NULL;
  END $$;
CREATE TRIGGER comment_text AFTER INSERT OR UPDATE OF body, "createdAt" ON comment FOR EACH ROW EXECUTE FUNCTION keep_comment_text();
