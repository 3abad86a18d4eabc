-- The ledger: double entry, append only, in a schema of its own. See lib/ledger/README.md for what holds and by what.

-- What the application runs as: it may read the ledger and call its functions, and nothing else there.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bulb_app') THEN CREATE ROLE bulb_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
GRANT bulb_app TO CURRENT_USER;

-- Everything else it reads and writes, what comes later too. A trigger of its own on one of these tables would run as their owner where a
-- foreign key cascades, so that none may be made.
GRANT USAGE ON SCHEMA public TO bulb_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO bulb_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO bulb_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bulb_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO bulb_app;

-- The queues are its own: it lays them out and keeps them, and nobody else calls what is in there.
CREATE SCHEMA pgboss AUTHORIZATION bulb_app;

CREATE SCHEMA ledger;

CREATE TABLE ledger.asset (
  code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2,12}$'),
  -- The unit that is counted is 10^-scale of it.
  scale smallint NOT NULL CHECK (scale BETWEEN 0 AND 9)
);

CREATE TYPE ledger.normal_side AS ENUM ('debit', 'credit');

CREATE TABLE ledger.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 200),
  asset text NOT NULL REFERENCES ledger.asset,
  normal ledger.normal_side NOT NULL,
  -- In the account's normal direction.
  posted bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  version bigint NOT NULL DEFAULT 0,
  CONSTRAINT no_overdraft CHECK (posted - held >= 0)
);
CREATE INDEX account_asset ON ledger.account (asset);

CREATE TABLE ledger.tx (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
  request_hash bytea NOT NULL,
  reverses uuid UNIQUE REFERENCES ledger.tx,
  at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ledger.entry (
  tx uuid NOT NULL REFERENCES ledger.tx,
  line integer NOT NULL,
  account uuid NOT NULL REFERENCES ledger.account,
  asset text NOT NULL REFERENCES ledger.asset,
  -- Above 0 is credit.
  amount bigint NOT NULL CHECK (amount <> 0),
  balance_after bigint NOT NULL,
  account_version bigint NOT NULL,
  PRIMARY KEY (tx, line),
  UNIQUE (account, account_version)
);
CREATE INDEX entry_asset ON ledger.entry (asset);

CREATE TYPE ledger.hold_state AS ENUM ('open', 'posted', 'voided');

CREATE TABLE ledger.hold (
  id uuid PRIMARY KEY,
  account uuid NOT NULL REFERENCES ledger.account,
  amount bigint NOT NULL CHECK (amount > 0),
  state ledger.hold_state NOT NULL DEFAULT 'open',
  tx uuid REFERENCES ledger.tx,
  at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'posted') = (tx IS NOT NULL))
);
CREATE INDEX hold_account ON ledger.hold (account);
CREATE INDEX hold_tx ON ledger.hold (tx);

-- One worker seals what is committed into a chain; a table of its own, so that a transaction is never written to again.
CREATE TABLE ledger.seal (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  tx uuid NOT NULL UNIQUE REFERENCES ledger.tx,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE ledger.unsealed (tx uuid PRIMARY KEY REFERENCES ledger.tx, nr bigint GENERATED ALWAYS AS IDENTITY UNIQUE);

-- L2: what is written stays.
CREATE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is only added to: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'LG002';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.tx EXECUTE FUNCTION ledger.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.entry EXECUTE FUNCTION ledger.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.seal EXECUTE FUNCTION ledger.refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.asset EXECUTE FUNCTION ledger.refuse();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger.account EXECUTE FUNCTION ledger.refuse();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ledger.hold EXECUTE FUNCTION ledger.refuse();

CREATE FUNCTION ledger.account_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.code, NEW.asset, NEW.normal) IS DISTINCT FROM (OLD.id, OLD.code, OLD.asset, OLD.normal) OR NEW.version < OLD.version THEN
    RAISE EXCEPTION 'an account stays what it is' USING ERRCODE = 'LG002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER account_stays BEFORE UPDATE ON ledger.account FOR EACH ROW EXECUTE FUNCTION ledger.account_stays();

-- L6: a hold ends once.
CREATE FUNCTION ledger.hold_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' OR NEW.state = 'open' OR (NEW.id, NEW.account, NEW.amount, NEW.at) IS DISTINCT FROM (OLD.id, OLD.account, OLD.amount, OLD.at) THEN
    RAISE EXCEPTION 'a hold ends once: it is %', OLD.state USING ERRCODE = 'LG006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hold_ends_once BEFORE UPDATE ON ledger.hold FOR EACH ROW EXECUTE FUNCTION ledger.hold_ends_once();

-- L1: each statement's lines sum to nothing, and belong to a transaction of now: none is added to one that was committed.
CREATE FUNCTION ledger.lines_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added GROUP BY tx, asset HAVING sum(amount) <> 0) OR EXISTS (SELECT FROM added GROUP BY tx HAVING count(*) < 2) THEN
    RAISE EXCEPTION 'a transaction has two lines or more, which sum to 0 in each asset' USING ERRCODE = 'LG001';
  END IF;
  IF EXISTS (SELECT FROM (SELECT DISTINCT tx FROM added) a JOIN ledger.tx t ON t.id = a.tx WHERE t.xmin <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'no line is added to a transaction that is over' USING ERRCODE = 'LG001';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER lines_balance AFTER INSERT ON ledger.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger.lines_balance();

CREATE FUNCTION ledger.tx_has_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger.entry WHERE tx = NEW.id) THEN
    RAISE EXCEPTION 'a transaction has two lines or more, which sum to 0 in each asset' USING ERRCODE = 'LG001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER tx_has_lines AFTER INSERT ON ledger.tx DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger.tx_has_lines();

CREATE FUNCTION ledger.tx_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger.unsealed (tx) VALUES (NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER tx_waits AFTER INSERT ON ledger.tx FOR EACH ROW EXECUTE FUNCTION ledger.tx_waits();

-- What the application calls. Each is safe to send again.

CREATE FUNCTION ledger.open_accounts(p_codes text[], p_asset text, p_normal ledger.normal_side) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
BEGIN
  INSERT INTO account (code, asset, normal) SELECT DISTINCT code, p_asset, p_normal FROM unnest(p_codes) AS code ORDER BY code
  ON CONFLICT (code) DO NOTHING;
  IF EXISTS (SELECT FROM account WHERE code = ANY (p_codes) AND (asset <> p_asset OR normal <> p_normal)) THEN
    RAISE EXCEPTION 'one of the accounts is there and is another' USING ERRCODE = 'LG004';
  END IF;
END $$;

-- Exactly once (L4): 'posted', or 'exists' where the same was posted before. Another request under a known id is an error.
CREATE FUNCTION ledger.post(p_id uuid, p_kind text, p_codes text[], p_amounts bigint[], p_reverses uuid DEFAULT NULL) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  wanted bytea := sha256(convert_to(concat_ws('|', p_kind, coalesce(p_reverses::text, '-'), array_to_json(p_codes)::text, array_to_json(p_amounts)::text), 'UTF8'));
  known bytea;
BEGIN
  IF p_id IS NULL OR coalesce(cardinality(p_codes), 0) <> coalesce(cardinality(p_amounts), 0) THEN
    RAISE EXCEPTION 'each line has an account and an amount' USING ERRCODE = 'LG001';
  END IF;
  INSERT INTO tx (id, kind, request_hash, reverses) VALUES (p_id, p_kind, wanted, p_reverses) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN
    SELECT request_hash INTO known FROM tx WHERE id = p_id;
    IF known IS DISTINCT FROM wanted THEN
      RAISE EXCEPTION 'transaction % is there and is another', p_id USING ERRCODE = 'LG004';
    END IF;
    RETURN 'exists';
  END IF;
  -- L5: in the order of ids, whoever comes.
  PERFORM FROM account WHERE code = ANY (p_codes) ORDER BY id FOR NO KEY UPDATE;
  INSERT INTO entry (tx, line, account, asset, amount, balance_after, account_version)
  SELECT p_id, l.line, a.id, a.asset, l.amount,
    a.posted + sum(CASE a.normal WHEN 'credit' THEN l.amount ELSE -l.amount END) OVER w,
    a.version + row_number() OVER w
  FROM unnest(p_codes, p_amounts) WITH ORDINALITY AS l (code, amount, line) LEFT JOIN account a ON a.code = l.code
  WINDOW w AS (PARTITION BY a.id ORDER BY l.line);
  UPDATE account a SET posted = last.balance_after, version = last.account_version
  FROM (SELECT DISTINCT ON (account) account, balance_after, account_version FROM entry WHERE tx = p_id ORDER BY account, account_version DESC) last
  WHERE a.id = last.account;
  IF p_reverses IS NOT NULL AND EXISTS (
    SELECT FROM entry WHERE tx IN (p_id, p_reverses) GROUP BY account HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'a reversal takes back all of what it reverses' USING ERRCODE = 'LG001';
  END IF;
  RETURN 'posted';
END $$;

-- L5 for a transaction of several postings: each would lock its own accounts in their order, and two such transactions could wait for
-- one another in a ring. Whoever posts more than once locks all of them first.
CREATE FUNCTION ledger.lock_accounts(p_codes text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
BEGIN
  PERFORM FROM account WHERE code = ANY (p_codes) ORDER BY id FOR NO KEY UPDATE;
END $$;

CREATE FUNCTION ledger.hold_create(p_id uuid, p_code text, p_amount bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  of_account uuid;
BEGIN
  SELECT id INTO of_account FROM account WHERE code = p_code FOR NO KEY UPDATE;
  INSERT INTO hold (id, account, amount) VALUES (p_id, of_account, p_amount) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN
    IF NOT EXISTS (SELECT FROM hold WHERE id = p_id AND account = of_account AND amount = p_amount) THEN
      RAISE EXCEPTION 'hold % is there and is another', p_id USING ERRCODE = 'LG004';
    END IF;
    RETURN 'exists';
  END IF;
  UPDATE account SET held = held + p_amount WHERE id = of_account;
  RETURN 'held';
END $$;

-- Ends a hold by what it was held for: the lines take its amount from its account, and say where it goes.
CREATE FUNCTION ledger.hold_post(p_hold uuid, p_id uuid, p_kind text, p_codes text[], p_amounts bigint[]) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  it hold;
  own account;
BEGIN
  SELECT * INTO it FROM hold WHERE id = p_hold FOR NO KEY UPDATE;
  IF it.id IS NULL THEN RAISE EXCEPTION 'there is no hold %', p_hold USING ERRCODE = 'LG006'; END IF;
  IF it.state = 'posted' AND it.tx = p_id THEN RETURN post(p_id, p_kind, p_codes, p_amounts); END IF;
  IF it.state <> 'open' THEN RAISE EXCEPTION 'a hold ends once: it is %', it.state USING ERRCODE = 'LG006'; END IF;
  PERFORM FROM account WHERE code = ANY (p_codes) OR id = it.account ORDER BY id FOR NO KEY UPDATE;
  UPDATE account SET held = held - it.amount WHERE id = it.account RETURNING * INTO own;
  IF (SELECT sum(n.amount) FROM unnest(p_codes, p_amounts) AS n (code, amount) WHERE n.code = own.code)
    IS DISTINCT FROM (CASE own.normal WHEN 'credit' THEN -it.amount ELSE it.amount END) THEN
    RAISE EXCEPTION 'a hold ends by what it holds: hold % is of another amount', p_hold USING ERRCODE = 'LG006';
  END IF;
  IF post(p_id, p_kind, p_codes, p_amounts) <> 'posted' THEN
    RAISE EXCEPTION 'transaction % is there and is another', p_id USING ERRCODE = 'LG004';
  END IF;
  UPDATE hold SET state = 'posted', tx = p_id WHERE id = p_hold;
  RETURN 'posted';
END $$;

CREATE FUNCTION ledger.hold_void(p_hold uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  it hold;
BEGIN
  SELECT * INTO it FROM hold WHERE id = p_hold FOR NO KEY UPDATE;
  IF it.id IS NULL THEN RAISE EXCEPTION 'there is no hold %', p_hold USING ERRCODE = 'LG006'; END IF;
  IF it.state = 'voided' THEN RETURN 'exists'; END IF;
  UPDATE hold SET state = 'voided' WHERE id = p_hold;
  UPDATE account SET held = held - it.amount WHERE id = it.account;
  RETURN 'voided';
END $$;

-- L7. What a seal stands for: the transaction, its lines with their accounts and what their amounts count, and the hold that it ended, in
-- one form only, so that none of them can change hands, or be worth ten times as much, unseen.
CREATE FUNCTION ledger.sealed_text(p_tx uuid) RETURNS text LANGUAGE sql STABLE SET search_path = ledger, pg_temp AS $$
  SELECT concat_ws('|', t.id, to_json(t.kind), encode(t.request_hash, 'hex'), coalesce(t.reverses::text, '-'), extract(epoch FROM t.at),
    coalesce((SELECT string_agg(concat_ws(',', h.id, h.account, h.amount), ';' ORDER BY h.id) FROM hold h WHERE h.tx = t.id), '-'),
    (SELECT string_agg(concat_ws(',', e.line, e.account, to_json(a.code), a.normal, e.asset, s.scale, e.amount, e.balance_after, e.account_version),
      ';' ORDER BY e.line) FROM entry e JOIN account a ON a.id = e.account JOIN asset s ON s.code = e.asset WHERE e.tx = t.id))
  FROM tx t WHERE t.id = p_tx
$$;

-- Seals what waits, at most so many and, after the first, no longer than `p_within`: a week of a million accounts is hundreds of transactions
-- of thousands of lines, and one statement may not take as long as all of them.
CREATE FUNCTION ledger.seal(p_most integer, p_within interval DEFAULT '2 seconds') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  last seal;
  waiting record;
  done integer := 0;
  began timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger.seal', 0));
  SELECT * INTO last FROM seal ORDER BY seq DESC LIMIT 1;
  began := clock_timestamp();
  FOR waiting IN SELECT tx FROM unsealed ORDER BY nr LIMIT p_most LOOP
    last.prev_hash := coalesce(last.hash, '\x');
    last.seq := coalesce(last.seq, 0) + 1;
    last.hash := sha256(last.prev_hash || convert_to(sealed_text(waiting.tx), 'UTF8'));
    INSERT INTO seal (seq, tx, prev_hash, hash) VALUES (last.seq, waiting.tx, last.prev_hash, last.hash);
    DELETE FROM unsealed WHERE tx = waiting.tx;
    done := done + 1;
    EXIT WHEN clock_timestamp() >= began + p_within;
  END LOOP;
  RETURN done;
END $$;

-- Empty while all is well: every rule counted again from the lines. What is gone shows as well as what is wrong: nothing compares as neither
-- equal nor different, and what refers to a transaction or an account that is not there is a fault.
CREATE VIEW ledger.audit AS
  SELECT 'L1: lines do not sum to 0' AS fault, tx::text AS what FROM ledger.entry GROUP BY tx, asset HAVING sum(amount) <> 0
  UNION ALL
  SELECT 'L1: fewer than two lines', t.id::text FROM ledger.tx t WHERE (SELECT count(*) FROM ledger.entry e WHERE e.tx = t.id) < 2
  UNION ALL
  SELECT 'L1: lines of no transaction', tx::text FROM (SELECT DISTINCT tx FROM ledger.entry) e
    WHERE NOT EXISTS (SELECT FROM ledger.tx t WHERE t.id = e.tx)
  UNION ALL
  SELECT 'L3: overdrawn', code FROM ledger.account WHERE posted - held < 0
  UNION ALL
  SELECT 'L5: a balance is not the sum of its lines', a.code FROM ledger.account a LEFT JOIN (
      SELECT account, sum(amount) AS credits, count(*) AS lines, max(account_version) AS last FROM ledger.entry GROUP BY account) e ON e.account = a.id
    WHERE a.posted <> coalesce(CASE a.normal WHEN 'credit' THEN e.credits ELSE -e.credits END, 0)
      OR a.version <> coalesce(e.lines, 0) OR a.version <> coalesce(e.last, 0)
  UNION ALL
  SELECT 'L5: a line does not follow from the one before', tx || ' ' || line FROM (
      SELECT e.tx, e.line, a.id IS NULL OR e.asset IS DISTINCT FROM a.asset
        OR e.balance_after <> coalesce(lag(e.balance_after) OVER w, 0) + CASE a.normal WHEN 'credit' THEN e.amount ELSE -e.amount END
        OR e.account_version <> row_number() OVER w AS wrong
      FROM ledger.entry e LEFT JOIN ledger.account a ON a.id = e.account WINDOW w AS (PARTITION BY e.account ORDER BY e.account_version)) lines
    WHERE wrong
  UNION ALL
  SELECT 'L6: what is held is not the sum of open holds', a.code FROM ledger.account a
    WHERE a.held <> coalesce((SELECT sum(h.amount) FROM ledger.hold h WHERE h.account = a.id AND h.state = 'open'), 0)
  UNION ALL
  SELECT 'L6: a hold ended by no transaction, or of no account', h.id::text FROM ledger.hold h
    WHERE (h.tx IS NOT NULL AND NOT EXISTS (SELECT FROM ledger.tx t WHERE t.id = h.tx))
      OR NOT EXISTS (SELECT FROM ledger.account a WHERE a.id = h.account)
  UNION ALL
  SELECT 'L7: a seal does not fit', seq::text FROM (
      SELECT seq, hash IS DISTINCT FROM sha256(prev_hash || convert_to(ledger.sealed_text(tx), 'UTF8'))
        OR prev_hash IS DISTINCT FROM coalesce(lag(hash) OVER w, '\x') OR seq <> row_number() OVER w AS wrong
      FROM ledger.seal WINDOW w AS (ORDER BY seq)) chain WHERE wrong
  UNION ALL
  SELECT 'L7: never sealed and not waiting', t.id::text FROM ledger.tx t
    WHERE NOT EXISTS (SELECT FROM ledger.seal s WHERE s.tx = t.id) AND NOT EXISTS (SELECT FROM ledger.unsealed u WHERE u.tx = t.id)
  UNION ALL
  SELECT 'L7: what waits for a seal is not there', u.tx::text FROM ledger.unsealed u
    WHERE NOT EXISTS (SELECT FROM ledger.tx t WHERE t.id = u.tx);

INSERT INTO ledger.asset (code, scale) VALUES ('POINT', 3);

-- L2: the application reads and calls.
REVOKE ALL ON SCHEMA ledger FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ledger FROM PUBLIC;
GRANT USAGE ON SCHEMA ledger TO bulb_app;
GRANT SELECT ON ALL TABLES IN SCHEMA ledger TO bulb_app;
GRANT EXECUTE ON FUNCTION
  ledger.open_accounts(text[], text, ledger.normal_side), ledger.lock_accounts(text[]),
  ledger.post(uuid, text, text[], bigint[], uuid), ledger.hold_create(uuid, text, bigint),
  ledger.hold_post(uuid, uuid, text, text[], bigint[]), ledger.hold_void(uuid), ledger.seal(integer, interval), ledger.sealed_text(uuid)
TO bulb_app;
