-- CreateEnum
CREATE TYPE "SweepState" AS ENUM ('running', 'done', 'undoing', 'undone');

-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "sanctionId" UUID,
ADD COLUMN     "sweepId" UUID;

-- CreateTable
CREATE TABLE "sweep" (
    "id" UUID NOT NULL,
    "sanctionId" UUID,
    "memberId" UUID,
    "blogId" UUID,
    "byId" UUID,
    "byRole" TEXT NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "days" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "state" "SweepState" NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "reached" UUID,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sweep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sweep_sanctionId_idx" ON "sweep"("sanctionId");

-- CreateIndex
CREATE INDEX "sweep_memberId_idx" ON "sweep"("memberId");

-- CreateIndex
CREATE INDEX "sweep_blogId_idx" ON "sweep"("blogId");

-- CreateIndex
CREATE INDEX "sweep_byId_idx" ON "sweep"("byId");

-- CreateIndex
CREATE INDEX "sweep_undoneById_idx" ON "sweep"("undoneById");

-- CreateIndex
CREATE INDEX "moderation_event_sanctionId_idx" ON "moderation_event"("sanctionId");

-- CreateIndex
CREATE INDEX "moderation_event_sweepId_commentId_idx" ON "moderation_event"("sweepId", "commentId");

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_sweepId_fkey" FOREIGN KEY ("sweepId") REFERENCES "sweep"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "sanction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sweep" ADD CONSTRAINT "sweep_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Sanctions of before: their event was written in the same transaction.
UPDATE "moderation_event" e SET "sanctionId" = s.id FROM "sanction" s
WHERE e.action = s.kind::text AND e."personId" = s."memberId" AND e."blogId" IS NOT DISTINCT FROM s."blogId"
  AND e."actorId" IS NOT DISTINCT FROM s."byId" AND abs(extract(epoch FROM e."createdAt" - s."createdAt")) < 5;
