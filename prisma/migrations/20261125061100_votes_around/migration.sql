-- CreateIndex
CREATE INDEX "vote_commentId_createdAt_idx" ON "vote"("commentId", "createdAt");
