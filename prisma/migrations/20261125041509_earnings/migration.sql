-- CreateEnum
CREATE TYPE "EpochState" AS ENUM ('running', 'frozen', 'divided', 'allocated', 'released');

-- CreateEnum
CREATE TYPE "PoolKind" AS ENUM ('main', 'quarantine');

-- CreateEnum
CREATE TYPE "HoldOutcome" AS ENUM ('cleared', 'confirmed');

-- CreateTable
CREATE TABLE "epoch" (
    "number" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "EpochState" NOT NULL DEFAULT 'running',
    "ruleVersion" INTEGER NOT NULL,
    "readingVersion" INTEGER NOT NULL,
    "secret" TEXT,
    "reached" UUID,
    "chunk" INTEGER NOT NULL DEFAULT 0,
    "frozenAt" TIMESTAMPTZ(3),
    "dividedAt" TIMESTAMPTZ(3),
    "allocatedAt" TIMESTAMPTZ(3),
    "reviewedAt" TIMESTAMPTZ(3),
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "epoch_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "epoch_pool" (
    "epoch" INTEGER NOT NULL,
    "kind" "PoolKind" NOT NULL,
    "pool" BIGINT NOT NULL,
    "paid" BIGINT,
    "carry" BIGINT,
    "gammaOver" BIGINT,
    "gammaUnder" BIGINT,
    "shareOver" BIGINT,
    "shareUnder" BIGINT,
    "readers" INTEGER NOT NULL,
    "payees" INTEGER NOT NULL,
    "inputHash" TEXT NOT NULL,
    "outputHash" TEXT,

    CONSTRAINT "epoch_pool_pkey" PRIMARY KEY ("epoch","kind")
);

-- CreateTable
CREATE TABLE "epoch_reader" (
    "id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "pool" "PoolKind" NOT NULL,
    "memberId" UUID,
    "account" UUID,
    "tier" TEXT NOT NULL,
    "budget" BIGINT NOT NULL,
    "contribution" BIGINT NOT NULL DEFAULT 0,
    "reward" BIGINT NOT NULL DEFAULT 0,
    "holdId" UUID,

    CONSTRAINT "epoch_reader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epoch_payee" (
    "id" UUID NOT NULL,
    "epoch" INTEGER NOT NULL,
    "pool" "PoolKind" NOT NULL,
    "memberId" UUID,
    "account" UUID NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "epoch_payee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "epoch_row" (
    "readerId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "payeeId" UUID,
    "seconds" INTEGER NOT NULL,
    "left" JSONB NOT NULL DEFAULT '[]',
    "amount" BIGINT NOT NULL DEFAULT 0,
    "reward" BIGINT NOT NULL DEFAULT 0,
    "returned" TEXT,

    CONSTRAINT "epoch_row_pkey" PRIMARY KEY ("readerId","postId")
);

-- CreateTable
CREATE TABLE "epoch_share" (
    "epoch" INTEGER NOT NULL,
    "account" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "chunk" INTEGER NOT NULL,

    CONSTRAINT "epoch_share_pkey" PRIMARY KEY ("epoch","account")
);

-- CreateTable
CREATE TABLE "earning_account" (
    "memberId" UUID NOT NULL,
    "code" UUID NOT NULL,

    CONSTRAINT "earning_account_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "earning_hold" (
    "id" UUID NOT NULL,
    "memberId" UUID,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byMachine" BOOLEAN NOT NULL,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "HoldOutcome",
    "answer" TEXT NOT NULL DEFAULT '',
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "earning_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "earning_link" (
    "id" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedAt" TIMESTAMPTZ(3),

    CONSTRAINT "earning_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_audit" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "transactions" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "sealed" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "faults" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ledger_audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "epoch_startsAt_key" ON "epoch"("startsAt");

-- CreateIndex
CREATE INDEX "epoch_state_idx" ON "epoch"("state");

-- CreateIndex
CREATE INDEX "epoch_reader_epoch_pool_id_idx" ON "epoch_reader"("epoch", "pool", "id");

-- CreateIndex
CREATE INDEX "epoch_reader_memberId_idx" ON "epoch_reader"("memberId");

-- CreateIndex
CREATE INDEX "epoch_reader_account_idx" ON "epoch_reader"("account");

-- CreateIndex
CREATE INDEX "epoch_reader_holdId_idx" ON "epoch_reader"("holdId");

-- CreateIndex
CREATE INDEX "epoch_payee_epoch_pool_id_idx" ON "epoch_payee"("epoch", "pool", "id");

-- CreateIndex
CREATE INDEX "epoch_payee_memberId_idx" ON "epoch_payee"("memberId");

-- CreateIndex
CREATE INDEX "epoch_payee_account_idx" ON "epoch_payee"("account");

-- CreateIndex
CREATE INDEX "epoch_row_payeeId_idx" ON "epoch_row"("payeeId");

-- CreateIndex
CREATE INDEX "epoch_share_epoch_chunk_idx" ON "epoch_share"("epoch", "chunk");

-- CreateIndex
CREATE UNIQUE INDEX "earning_account_code_key" ON "earning_account"("code");

-- CreateIndex
CREATE INDEX "earning_hold_memberId_idx" ON "earning_hold"("memberId");

-- CreateIndex
CREATE INDEX "earning_hold_byId_idx" ON "earning_hold"("byId");

-- CreateIndex
CREATE INDEX "earning_hold_endedById_idx" ON "earning_hold"("endedById");

-- CreateIndex
CREATE INDEX "earning_link_oneId_idx" ON "earning_link"("oneId");

-- CreateIndex
CREATE INDEX "earning_link_otherId_idx" ON "earning_link"("otherId");

-- CreateIndex
CREATE INDEX "earning_link_byId_idx" ON "earning_link"("byId");

-- CreateIndex
CREATE INDEX "ledger_audit_at_idx" ON "ledger_audit"("at" DESC);

-- AddForeignKey
ALTER TABLE "epoch_pool" ADD CONSTRAINT "epoch_pool_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "earning_hold"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_payee" ADD CONSTRAINT "epoch_payee_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_payee" ADD CONSTRAINT "epoch_payee_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_row" ADD CONSTRAINT "epoch_row_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "epoch_reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_row" ADD CONSTRAINT "epoch_row_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "epoch_payee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epoch_share" ADD CONSTRAINT "epoch_share_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_account" ADD CONSTRAINT "earning_account_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_oneId_fkey" FOREIGN KEY ("oneId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What no step may write.
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_lasts" CHECK ("endsAt" > "startsAt" AND number > 0);
ALTER TABLE "epoch_pool" ADD CONSTRAINT "epoch_pool_sums" CHECK (pool >= 0 AND (paid IS NULL OR (paid >= 0 AND carry = pool - paid)));
ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_cap" CHECK (budget >= 0 AND contribution BETWEEN 0 AND budget AND reward BETWEEN 0 AND contribution);
ALTER TABLE "epoch_payee" ADD CONSTRAINT "epoch_payee_amount" CHECK (amount >= 0);
ALTER TABLE "epoch_row" ADD CONSTRAINT "epoch_row_amounts" CHECK (seconds >= 0 AND amount >= 0 AND reward >= 0);
ALTER TABLE "epoch_share" ADD CONSTRAINT "epoch_share_amount" CHECK (amount > 0);
ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_two" CHECK ("oneId" <> "otherId");
ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_ends" CHECK ((outcome IS NULL) = ("endedAt" IS NULL));
