-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "batchId" UUID,
ADD COLUMN     "undoesId" UUID;

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "settledById" UUID;

-- CreateTable
CREATE TABLE "queue_look" (
    "memberId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_look_pkey" PRIMARY KEY ("memberId")
);

-- CreateIndex
CREATE INDEX "queue_look_commentId_idx" ON "queue_look"("commentId");

-- CreateIndex
CREATE INDEX "comment_status_createdAt_id_idx" ON "comment"("status", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_event_undoesId_key" ON "moderation_event"("undoesId");

-- CreateIndex
CREATE INDEX "moderation_event_batchId_idx" ON "moderation_event"("batchId");

-- CreateIndex
CREATE INDEX "report_settledById_idx" ON "report"("settledById");

-- CreateIndex
CREATE INDEX "report_resolvedAt_idx" ON "report"("resolvedAt");

-- AddForeignKey
ALTER TABLE "report" ADD CONSTRAINT "report_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "moderation_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "moderation_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_look" ADD CONSTRAINT "queue_look_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_look" ADD CONSTRAINT "queue_look_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
