-- CreateTable
CREATE TABLE "epoch_post" (
    "epoch" INTEGER NOT NULL,
    "postId" UUID NOT NULL,
    "blogId" UUID NOT NULL,
    "authorId" UUID,

    CONSTRAINT "epoch_post_pkey" PRIMARY KEY ("epoch","postId")
);

-- CreateIndex
CREATE INDEX "epoch_post_blogId_epoch_idx" ON "epoch_post"("blogId", "epoch");

-- CreateIndex
CREATE INDEX "epoch_post_authorId_idx" ON "epoch_post"("authorId");

-- AddForeignKey
ALTER TABLE "epoch_post" ADD CONSTRAINT "epoch_post_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_post" ADD CONSTRAINT "epoch_post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
