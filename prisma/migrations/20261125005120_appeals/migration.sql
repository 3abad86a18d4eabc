-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('upheld', 'reversed');

-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "byRole" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seq" SERIAL NOT NULL;

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "outcome" "AppealOutcome",
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appeal_eventId_key" ON "appeal"("eventId");

-- CreateIndex
CREATE INDEX "appeal_memberId_idx" ON "appeal"("memberId");

-- CreateIndex
CREATE INDEX "appeal_decidedById_idx" ON "appeal"("decidedById");

-- CreateIndex
CREATE INDEX "appeal_outcome_createdAt_idx" ON "appeal"("outcome", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_event_seq_key" ON "moderation_event"("seq");

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "moderation_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
