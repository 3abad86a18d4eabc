-- CreateIndex
CREATE INDEX "report_createdAt_idx" ON "report"("createdAt");
