-- CreateTable
CREATE TABLE "phrase_list" (
    "id" UUID NOT NULL,
    "blogId" UUID,
    "version" INTEGER NOT NULL,
    "banned" TEXT[],
    "suspect" TEXT[],
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phrase_list_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "phrase_list_byId_idx" ON "phrase_list"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "phrase_list_blogId_version_key" ON "phrase_list"("blogId", "version") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "phrase_list" ADD CONSTRAINT "phrase_list_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phrase_list" ADD CONSTRAINT "phrase_list_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
