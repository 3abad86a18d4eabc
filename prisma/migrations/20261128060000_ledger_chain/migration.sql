-- What a seal stands for names its accounts too, and the hold that a transaction ended, so that neither can change hands unseen.
-- Seals from before keep their form.
ALTER TABLE ledger.seal ADD COLUMN form smallint NOT NULL DEFAULT 1 CHECK (form IN (1, 2));

CREATE FUNCTION ledger.sealed_text(p_tx uuid, p_form integer) RETURNS text LANGUAGE sql STABLE SET search_path = ledger, pg_temp AS $$
  SELECT CASE p_form WHEN 1 THEN sealed_text(p_tx) ELSE
    concat_ws('|', 2, t.id, to_json(t.kind), encode(t.request_hash, 'hex'), coalesce(t.reverses::text, '-'), extract(epoch FROM t.at),
      coalesce((SELECT string_agg(concat_ws(',', h.id, h.account, h.amount), ';' ORDER BY h.id) FROM hold h WHERE h.tx = t.id), '-'),
      (SELECT string_agg(concat_ws(',', e.line, e.account, to_json(a.code), a.normal, e.asset, e.amount, e.balance_after, e.account_version),
        ';' ORDER BY e.line) FROM entry e JOIN account a ON a.id = e.account WHERE e.tx = t.id)) END
  FROM tx t WHERE t.id = p_tx
$$;
REVOKE ALL ON FUNCTION ledger.sealed_text(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.sealed_text(uuid, integer) TO bulb_app;

CREATE OR REPLACE FUNCTION ledger.seal(p_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
DECLARE
  last seal;
  waiting record;
  done integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger.seal', 0));
  SELECT * INTO last FROM seal ORDER BY seq DESC LIMIT 1;
  FOR waiting IN SELECT tx FROM unsealed ORDER BY nr LIMIT p_most LOOP
    last.prev_hash := coalesce(last.hash, '\x');
    last.seq := coalesce(last.seq, 0) + 1;
    last.hash := sha256(last.prev_hash || convert_to(sealed_text(waiting.tx, 2), 'UTF8'));
    INSERT INTO seal (seq, tx, prev_hash, hash, form) VALUES (last.seq, waiting.tx, last.prev_hash, last.hash, 2);
    DELETE FROM unsealed WHERE tx = waiting.tx;
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;

-- As before, but what is gone shows as well as what is wrong: nothing compares as neither equal nor different, and what refers to a
-- transaction or an account that is not there is a fault.
CREATE OR REPLACE VIEW ledger.audit AS
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
      SELECT seq, hash IS DISTINCT FROM sha256(prev_hash || convert_to(ledger.sealed_text(tx, form), 'UTF8'))
        OR prev_hash IS DISTINCT FROM coalesce(lag(hash) OVER w, '\x') OR seq <> row_number() OVER w
        OR form < lag(form) OVER w AS wrong
      FROM ledger.seal WINDOW w AS (ORDER BY seq)) chain WHERE wrong
  UNION ALL
  SELECT 'L7: never sealed and not waiting', t.id::text FROM ledger.tx t
    WHERE NOT EXISTS (SELECT FROM ledger.seal s WHERE s.tx = t.id) AND NOT EXISTS (SELECT FROM ledger.unsealed u WHERE u.tx = t.id)
  UNION ALL
  SELECT 'L7: what waits for a seal is not there', u.tx::text FROM ledger.unsealed u
    WHERE NOT EXISTS (SELECT FROM ledger.tx t WHERE t.id = u.tx);
