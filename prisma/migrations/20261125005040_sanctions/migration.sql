-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('upheld', 'dismissed', 'abusive');

-- CreateEnum
CREATE TYPE "ThreadState" AS ENUM ('open', 'closed', 'locked');

-- CreateEnum
CREATE TYPE "SanctionKind" AS ENUM ('limited', 'suspended', 'banned');

-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "blogId" UUID,
ADD COLUMN     "personId" UUID,
ADD COLUMN     "postId" UUID;

-- AlterTable
ALTER TABLE "post" ADD COLUMN     "slowReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "slowSeconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "threadState" "ThreadState" NOT NULL DEFAULT 'open';

-- AlterTable
ALTER TABLE "report" ADD COLUMN     "known" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "outcome" "ReportOutcome",
ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 0.5;

-- CreateTable
CREATE TABLE "reading_day" (
    "memberId" UUID NOT NULL,
    "day" TEXT NOT NULL,

    CONSTRAINT "reading_day_pkey" PRIMARY KEY ("memberId","day")
);

-- CreateTable
CREATE TABLE "sanction" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "blogId" UUID,
    "kind" "SanctionKind" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "reason" "ReportReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sanction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sanction_memberId_liftedAt_idx" ON "sanction"("memberId", "liftedAt");

-- CreateIndex
CREATE INDEX "sanction_blogId_idx" ON "sanction"("blogId");

-- CreateIndex
CREATE INDEX "sanction_byId_idx" ON "sanction"("byId");

-- CreateIndex
CREATE INDEX "moderation_event_postId_idx" ON "moderation_event"("postId");

-- CreateIndex
CREATE INDEX "moderation_event_personId_idx" ON "moderation_event"("personId");

-- CreateIndex
CREATE INDEX "moderation_event_blogId_idx" ON "moderation_event"("blogId");

-- AddForeignKey
ALTER TABLE "reading_day" ADD CONSTRAINT "reading_day_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_postId_fkey" FOREIGN KEY ("postId") REFERENCES "post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_personId_fkey" FOREIGN KEY ("personId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_blogId_fkey" FOREIGN KEY ("blogId") REFERENCES "blog"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sanction" ADD CONSTRAINT "sanction_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
