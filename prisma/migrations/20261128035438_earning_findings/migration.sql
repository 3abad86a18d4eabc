-- CreateEnum
CREATE TYPE "ProofKind" AS ENUM ('phone', 'card', 'identity', 'passkey');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'decision';

-- AlterTable
ALTER TABLE "earning_hold" ADD COLUMN     "evidence" JSONB,
ADD COLUMN     "marks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "ruleVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "earning_link" ADD COLUMN     "judged" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "shared" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "moderation_event" ADD COLUMN     "holdId" UUID,
ADD COLUMN     "linkId" UUID;

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "eventId" UUID,
ALTER COLUMN "commentId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "reading_session" ADD COLUMN     "gapSquares" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "gapSum" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "gaps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "trace" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "proof" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "kind" "ProofKind" NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "byId" UUID,
    "callId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "wrong" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proof_callId_key" ON "proof"("callId");

-- CreateIndex
CREATE INDEX "proof_memberId_idx" ON "proof"("memberId");

-- CreateIndex
CREATE INDEX "proof_kind_fingerprint_idx" ON "proof"("kind", "fingerprint");

-- CreateIndex
CREATE INDEX "proof_byId_idx" ON "proof"("byId");

-- CreateIndex
CREATE INDEX "earning_hold_outcome_id_idx" ON "earning_hold"("outcome", "id");

-- CreateIndex
CREATE INDEX "moderation_event_holdId_idx" ON "moderation_event"("holdId");

-- CreateIndex
CREATE INDEX "moderation_event_linkId_idx" ON "moderation_event"("linkId");

-- CreateIndex
CREATE INDEX "notification_eventId_idx" ON "notification"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_eventId_key" ON "notification"("memberId", "eventId");

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "earning_hold"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation_event" ADD CONSTRAINT "moderation_event_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "earning_link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "moderation_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proof" ADD CONSTRAINT "proof_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proof" ADD CONSTRAINT "proof_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
