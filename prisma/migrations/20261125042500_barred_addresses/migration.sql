-- CreateTable
CREATE TABLE "barred_address" (
    "hash" TEXT NOT NULL,
    "kind" "SanctionKind" NOT NULL,
    "until" TIMESTAMPTZ(3),
    "reason" "ReportReason" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "barred_address_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "barred_address_until_idx" ON "barred_address"("until");
