-- What no step from reading to payout may write, and what stays as it was written.

ALTER TABLE "epoch" ADD CONSTRAINT "epoch_lasts" CHECK ("endsAt" > "startsAt" AND number > 0);

ALTER TABLE "epoch_pool" ADD CONSTRAINT "epoch_pool_sums" CHECK (pool >= 0 AND (paid IS NULL OR (paid >= 0 AND carry = pool - paid)));

ALTER TABLE "epoch_reader" ADD CONSTRAINT "epoch_reader_cap" CHECK (budget >= 0 AND contribution BETWEEN 0 AND budget AND reward BETWEEN 0 AND contribution);

ALTER TABLE "epoch_payee" ADD CONSTRAINT "epoch_payee_amount" CHECK (amount >= 0);

ALTER TABLE "epoch_row" ADD CONSTRAINT "epoch_row_amounts" CHECK (seconds >= 0 AND amount >= 0 AND reward >= 0);

ALTER TABLE "epoch_share" ADD CONSTRAINT "epoch_share_amount" CHECK (amount > 0);

ALTER TABLE "earning_link" ADD CONSTRAINT "earning_link_two" CHECK ("oneId" <> "otherId");

ALTER TABLE "earning_hold" ADD CONSTRAINT "earning_hold_ends" CHECK ((outcome IS NULL) = ("endedAt" IS NULL));

-- A beat moves its reading on beside where it stands and touches no index of it: its own row is the one that is indexed.
ALTER TABLE reading_session SET (fillfactor = 60);

-- What a division adds to a row, once, goes beside it: without room there each row would get new entries in every index.
ALTER TABLE epoch_row SET (fillfactor = 50);

ALTER TABLE epoch_reader SET (fillfactor = 50);

ALTER TABLE epoch_payee SET (fillfactor = 50);

-- A reader's rows lie together, and of a table of millions a sample takes that for few readers of very many rows each: by that estimate
-- it would be cheaper to look through all readers than to find two hundred.
ALTER TABLE epoch_row ALTER COLUMN "readerId" SET (n_distinct = -0.05);

-- Of each account a release asks what goes back, which is little of all that was read.
CREATE INDEX "epoch_row_taken_back_payee_idx" ON "epoch_row"("payeeId") WHERE returned IS NOT NULL;

CREATE INDEX "epoch_row_taken_back_reader_idx" ON "epoch_row"("readerId") WHERE returned IS NOT NULL;

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
    ('submitted', 'settled'), ('submitted', 'failed'), ('submitted', 'reserved'))
    -- What was paid by hand may come back.
    AND NOT (NEW.rail = 'manual' AND (OLD.state::text, NEW.state::text) IN (('settled', 'failed'))) THEN
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

-- What an audit said stays said for as long as it is kept.
CREATE FUNCTION ledger_audit_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '89 days' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'what an audit of the ledger said stays';
END $$;

CREATE TRIGGER ledger_audit_stays BEFORE UPDATE OR DELETE ON "ledger_audit" FOR EACH ROW EXECUTE FUNCTION ledger_audit_stays();

-- What was paid is nothing that the application could take away.
REVOKE DELETE ON "payout", "payout_event", "payout_submission", "payout_item", "payout_setting" FROM bulb_app;

-- What a site is given when it starts. Nothing that it runs reads them again.
REVOKE ALL ON "site_secret" FROM bulb_app;
