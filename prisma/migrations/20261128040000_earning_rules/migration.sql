-- CreateTable
CREATE TABLE "earning_rule" (
    "version" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "numbers" JSONB NOT NULL,

    CONSTRAINT "earning_rule_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "earning_event" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "epoch" INTEGER,
    "version" INTEGER,
    "actorId" UUID,
    "byItself" BOOLEAN NOT NULL DEFAULT false,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "earning_event_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "epoch" ADD COLUMN     "done" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "leftOut" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "earning_rule_startsAt_idx" ON "earning_rule"("startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "earning_event_epoch_action_key" ON "earning_event"("epoch", "action");

-- CreateIndex
CREATE UNIQUE INDEX "earning_event_version_action_key" ON "earning_event"("version", "action");

-- CreateIndex
CREATE INDEX "earning_event_actorId_idx" ON "earning_event"("actorId");

-- CreateIndex
CREATE INDEX "earning_event_action_id_idx" ON "earning_event"("action", "id");

-- CreateIndex
CREATE INDEX "epoch_ruleVersion_idx" ON "epoch"("ruleVersion");

-- AddForeignKey
ALTER TABLE "earning_event" ADD CONSTRAINT "earning_event_epoch_fkey" FOREIGN KEY ("epoch") REFERENCES "epoch"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_event" ADD CONSTRAINT "earning_event_version_fkey" FOREIGN KEY ("version") REFERENCES "earning_rule"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "earning_event" ADD CONSTRAINT "earning_event_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The first version, the same as FIRST_RULE.
INSERT INTO "earning_rule" ("version", "startsAt", "numbers") VALUES (1, to_timestamp(0), '{
  "kappa": ["125", "100"], "margin": ["15", "100"], "siteShare": ["30", "100"],
  "readerShare": {"points": ["15", "100"], "members": null}, "quarantine": ["5", "100"],
  "emission": "150000000", "pointValue": "10000", "unit": "USD",
  "tiers": {
    "none": {"price": "50000", "survives": "4"}, "phone": {"price": "600000", "survives": "4"},
    "card": {"price": "3000000", "survives": "4"}, "identity": {"price": "20000000", "survives": "4"}
  },
  "days": 7, "holdDays": 30, "addressDays": 7
}');
INSERT INTO "earning_event" ("id", "action", "version", "byItself") VALUES ('00000000-0000-7000-8000-000000000001', 'rule-announced', 1, true);

-- AddForeignKey
ALTER TABLE "epoch" ADD CONSTRAINT "epoch_ruleVersion_fkey" FOREIGN KEY ("ruleVersion") REFERENCES "earning_rule"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is announced stays as it was announced, and what was done stays done; an event only loses the link to a person who leaves.
CREATE FUNCTION earning_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only added to: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'LG002';
END $$;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE OR TRUNCATE ON "earning_rule" EXECUTE FUNCTION earning_stays();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON "earning_event" EXECUTE FUNCTION earning_stays();
CREATE FUNCTION earning_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."actorId" IS NOT NULL OR
    (NEW."id", NEW."action", NEW."epoch", NEW."version", NEW."byItself", NEW."words", NEW."createdAt")
    IS DISTINCT FROM (OLD."id", OLD."action", OLD."epoch", OLD."version", OLD."byItself", OLD."words", OLD."createdAt") THEN
    RAISE EXCEPTION 'earning_event is only added to' USING ERRCODE = 'LG002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_stays BEFORE UPDATE ON "earning_event" FOR EACH ROW EXECUTE FUNCTION earning_event_stays();
