-- CreateEnum
CREATE TYPE "PayoutState" AS ENUM ('requested', 'held', 'reserved', 'submitted', 'settled', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "payout_setting" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL,
    "worth" BIGINT NOT NULL,
    "minimum" BIGINT NOT NULL,
    "dailyCap" BIGINT NOT NULL,
    "identity" BOOLEAN NOT NULL,
    "taxForm" BOOLEAN NOT NULL,
    "countries" TEXT[],
    "firstLooked" BOOLEAN NOT NULL,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout" (
    "id" UUID NOT NULL,
    "memberId" UUID,
    "account" UUID NOT NULL,
    "key" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "settingId" UUID NOT NULL,
    "state" "PayoutState" NOT NULL,
    "points" BIGINT NOT NULL,
    "units" BIGINT NOT NULL,
    "destination" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_event" (
    "payoutId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "from" "PayoutState",
    "to" "PayoutState" NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_event_pkey" PRIMARY KEY ("payoutId","nth")
);

-- CreateTable
CREATE TABLE "payout_submission" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "lastHeight" BIGINT,
    "slot" BIGINT,
    "refusal" TEXT,
    "sends" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payout_submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_item" (
    "submissionId" UUID NOT NULL,
    "payoutId" UUID NOT NULL,
    "nth" INTEGER NOT NULL,
    "opens" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "payout_item_pkey" PRIMARY KEY ("submissionId","payoutId")
);

-- CreateTable
CREATE TABLE "payout_destination" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usableFrom" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payout_destination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_challenge" (
    "nonce" TEXT NOT NULL,
    "memberId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "payout_challenge_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "payout_country" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "country" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_country_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_tax_form" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "there" BOOLEAN NOT NULL,
    "byId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payout_tax_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_fault" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "clearedAt" TIMESTAMPTZ(3),
    "clearedById" UUID,

    CONSTRAINT "payout_fault_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payout_reconciliation" (
    "id" UUID NOT NULL,
    "rail" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "treasury" BIGINT,
    "settled" BIGINT NOT NULL,
    "open" INTEGER NOT NULL,
    "clearing" BIGINT NOT NULL,
    "faults" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "payout_reconciliation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "payout_setting_rail_createdAt_idx" ON "payout_setting"("rail", "createdAt");

-- CreateIndex
CREATE INDEX "payout_setting_byId_idx" ON "payout_setting"("byId");

-- CreateIndex
CREATE INDEX "payout_rail_state_createdAt_idx" ON "payout"("rail", "state", "createdAt");

-- CreateIndex
CREATE INDEX "payout_account_idx" ON "payout"("account");

-- CreateIndex
CREATE INDEX "payout_settingId_idx" ON "payout"("settingId");

-- CreateIndex
CREATE UNIQUE INDEX "payout_memberId_key_key" ON "payout"("memberId", "key");

-- CreateIndex
CREATE INDEX "payout_event_byId_idx" ON "payout_event"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "payout_submission_externalId_key" ON "payout_submission"("externalId");

-- CreateIndex
CREATE INDEX "payout_submission_rail_endedAt_idx" ON "payout_submission"("rail", "endedAt");

-- CreateIndex
CREATE INDEX "payout_item_payoutId_idx" ON "payout_item"("payoutId");

-- CreateIndex
CREATE INDEX "payout_destination_memberId_rail_idx" ON "payout_destination"("memberId", "rail");

-- CreateIndex
CREATE INDEX "payout_destination_fingerprint_idx" ON "payout_destination"("fingerprint");

-- CreateIndex
CREATE INDEX "payout_challenge_memberId_idx" ON "payout_challenge"("memberId");

-- CreateIndex
CREATE INDEX "payout_challenge_expiresAt_idx" ON "payout_challenge"("expiresAt");

-- CreateIndex
CREATE INDEX "payout_country_memberId_createdAt_idx" ON "payout_country"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "payout_tax_form_memberId_createdAt_idx" ON "payout_tax_form"("memberId", "createdAt");

-- CreateIndex
CREATE INDEX "payout_tax_form_byId_idx" ON "payout_tax_form"("byId");

-- CreateIndex
CREATE INDEX "payout_fault_rail_clearedAt_idx" ON "payout_fault"("rail", "clearedAt");

-- CreateIndex
CREATE INDEX "payout_fault_clearedById_idx" ON "payout_fault"("clearedById");

-- CreateIndex
CREATE INDEX "payout_reconciliation_rail_at_idx" ON "payout_reconciliation"("rail", "at" DESC);

-- AddForeignKey
ALTER TABLE "payout_setting" ADD CONSTRAINT "payout_setting_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout" ADD CONSTRAINT "payout_settingId_fkey" FOREIGN KEY ("settingId") REFERENCES "payout_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_event" ADD CONSTRAINT "payout_event_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_event" ADD CONSTRAINT "payout_event_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "payout_submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_item" ADD CONSTRAINT "payout_item_payoutId_fkey" FOREIGN KEY ("payoutId") REFERENCES "payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_destination" ADD CONSTRAINT "payout_destination_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_challenge" ADD CONSTRAINT "payout_challenge_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_country" ADD CONSTRAINT "payout_country_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_tax_form" ADD CONSTRAINT "payout_tax_form_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_tax_form" ADD CONSTRAINT "payout_tax_form_byId_fkey" FOREIGN KEY ("byId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payout_fault" ADD CONSTRAINT "payout_fault_clearedById_fkey" FOREIGN KEY ("clearedById") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What no step may write.
ALTER TABLE "payout_setting" ADD CONSTRAINT "payout_setting_numbers" CHECK (decimals BETWEEN 0 AND 9 AND worth > 0 AND minimum > 0 AND "dailyCap" > 0);
ALTER TABLE "payout" ADD CONSTRAINT "payout_amounts" CHECK (points > 0 AND units > 0 AND round >= 0);
ALTER TABLE "payout" ADD CONSTRAINT "payout_ends" CHECK ((state IN ('settled', 'failed', 'cancelled')) = ("endedAt" IS NOT NULL));
ALTER TABLE "payout_submission" ADD CONSTRAINT "payout_submission_ends" CHECK ((outcome IS NULL) = ("endedAt" IS NULL));
ALTER TABLE "payout_destination" ADD CONSTRAINT "payout_destination_cools" CHECK ("usableFrom" > "createdAt");

-- One payout of a person is on its way at a time, one destination of a rail holds, a rail is stopped once for one reason.
CREATE UNIQUE INDEX "payout_one_open" ON "payout" ("memberId") WHERE state IN ('requested', 'held', 'reserved', 'submitted');
CREATE UNIQUE INDEX "payout_destination_one" ON "payout_destination" ("memberId", rail) WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "payout_fault_one" ON "payout_fault" (rail, code) WHERE "clearedAt" IS NULL;

-- The state machine of lib/payouts/state.ts once more: a bug cannot pay twice what was paid. What was agreed stays.
CREATE FUNCTION payout_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.points, NEW.units, NEW.account, NEW.rail, NEW."settingId", NEW."createdAt", NEW.key) IS DISTINCT FROM
     (OLD.points, OLD.units, OLD.account, OLD.rail, OLD."settingId", OLD."createdAt", OLD.key) OR NEW.round < OLD.round THEN
    RAISE EXCEPTION 'a payout stays what it is';
  END IF;
  IF NEW.destination IS DISTINCT FROM OLD.destination AND NEW.destination <> '' THEN RAISE EXCEPTION 'a payout goes where it was to go'; END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('requested', 'reserved'), ('requested', 'held'), ('requested', 'cancelled'), ('held', 'reserved'), ('held', 'cancelled'),
    ('reserved', 'held'), ('reserved', 'cancelled'), ('reserved', 'submitted'),
    ('submitted', 'settled'), ('submitted', 'failed'), ('submitted', 'reserved')) THEN
    RAISE EXCEPTION 'a payout that is % does not become %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_moves BEFORE UPDATE ON "payout" FOR EACH ROW EXECUTE FUNCTION payout_moves();

-- What happened stays; only who did it may leave.
CREATE FUNCTION payout_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'what happened to a payout stays'; END IF;
  IF (NEW."payoutId", NEW.nth, NEW."from", NEW."to", NEW.reason, NEW.note, NEW."createdAt") IS DISTINCT FROM
     (OLD."payoutId", OLD.nth, OLD."from", OLD."to", OLD.reason, OLD.note, OLD."createdAt") OR NEW."byId" IS NOT NULL THEN
    RAISE EXCEPTION 'what happened to a payout stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_event_stays BEFORE UPDATE OR DELETE ON "payout_event" FOR EACH ROW EXECUTE FUNCTION payout_event_stays();

-- What may be sent is what was written down.
CREATE FUNCTION payout_submission_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.rail, NEW."externalId", NEW.payload, NEW."lastHeight", NEW.slot, NEW."createdAt") IS DISTINCT FROM
     (OLD.rail, OLD."externalId", OLD.payload, OLD."lastHeight", OLD.slot, OLD."createdAt") OR OLD."endedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a sending stays what it is, and ends once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_submission_stays BEFORE UPDATE ON "payout_submission" FOR EACH ROW EXECUTE FUNCTION payout_submission_stays();

-- What was paid is nothing that the application could take away.
REVOKE DELETE, TRUNCATE ON "payout", "payout_event", "payout_submission", "payout_item", "payout_setting" FROM bulb_app;
