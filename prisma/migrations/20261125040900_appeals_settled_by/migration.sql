-- AlterTable
ALTER TABLE "appeal" ADD COLUMN     "settledById" UUID;

-- CreateIndex
CREATE INDEX "appeal_settledById_idx" ON "appeal"("settledById");

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_settledById_fkey" FOREIGN KEY ("settledById") REFERENCES "moderation_event"("id") ON DELETE SET NULL ON UPDATE CASCADE;
