-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('reply', 'mention');

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notification_commentId_idx" ON "notification"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "notification_memberId_commentId_key" ON "notification"("memberId", "commentId");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
