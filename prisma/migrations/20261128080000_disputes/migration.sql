-- CreateEnum
CREATE TYPE "DisputeOutcome" AS ENUM ('upheld', 'declined');

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'dispute';

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "disputeId" UUID,
ALTER COLUMN "commentId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "earning_dispute" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "line" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "DisputeOutcome",
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "paid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "earning_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning_correction" (
    "readerId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "disputeId" UUID,
    "seconds" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "reward" BIGINT NOT NULL,

    CONSTRAINT "earning_correction_pkey" PRIMARY KEY ("readerId","postId")
);

-- CreateTable
CREATE TABLE "point_worth" (
    "id" UUID NOT NULL,
    "value" BIGINT,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "byId" UUID,

    CONSTRAINT "point_worth_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "earning_dispute_epoch_idx" ON "earning_dispute"("epoch");

-- CreateIndex
CREATE INDEX "earning_dispute_answeredById_idx" ON "earning_dispute"("answeredById");

-- CreateIndex
CREATE INDEX "earning_dispute_outcome_createdAt_idx" ON "earning_dispute"("outcome", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "earning_dispute_memberId_epoch_line_key" ON "earning_dispute"("memberId", "epoch", "line");

-- CreateIndex
CREATE INDEX "earning_correction_disputeId_idx" ON "earning_correction"("disputeId");

-- CreateIndex
CREATE INDEX "point_worth_byId_idx" ON "point_worth"("byId");

-- CreateIndex
CREATE INDEX "notification_disputeId_idx" ON "notification"("disputeId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_disputeId_key" ON "notification"("memberId", "disputeId");

-- AddForeignKey
ALTER TABLE "earning_dispute" ADD CONSTRAINT "earning_dispute_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_dispute" ADD CONSTRAINT "earning_dispute_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_dispute" ADD CONSTRAINT "earning_dispute_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_correction" ADD CONSTRAINT "earning_correction_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "earning_dispute"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_correction" ADD CONSTRAINT "earning_correction_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "epoch_reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_worth" ADD CONSTRAINT "point_worth_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_disputeId_fkey" FOREIGN KEY ("disputeId") REFERENCES "earning_dispute"("id") ON DELETE CASCADE ON UPDATE CASCADE;
