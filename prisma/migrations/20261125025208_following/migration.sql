-- CreateTable
CREATE TABLE "follow" (
    "memberId" UUID NOT NULL,
    "followedId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("memberId","followedId")
);

-- CreateIndex
CREATE INDEX "follow_followedId_idx" ON "follow"("followedId");

-- CreateIndex
CREATE INDEX "comment_postId_authorId_idx" ON "comment"("postId", "authorId");

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_followedId_fkey" FOREIGN KEY ("followedId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody follows themselves.
ALTER TABLE "follow" ADD CONSTRAINT "follow_other_check" CHECK ("memberId" <> "followedId");
