-- CreateTable
CREATE TABLE "refusal" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "ruleVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "refusal_memberId_postId_idx" ON "refusal"("memberId", "postId");

-- CreateIndex
CREATE INDEX "refusal_postId_idx" ON "refusal"("postId");

-- CreateIndex
CREATE INDEX "refusal_createdAt_idx" ON "refusal"("createdAt");

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE CASCADE ON UPDATE CASCADE;
