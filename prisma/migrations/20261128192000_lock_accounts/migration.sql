-- L5 for a transaction of several postings: each would lock its own accounts in their order, and two such transactions could wait for
-- one another in a ring. Whoever posts more than once locks all of them first.
CREATE FUNCTION ledger.lock_accounts(p_codes text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ledger, pg_temp AS $$
BEGIN
  PERFORM FROM account WHERE code = ANY (p_codes) ORDER BY id FOR NO KEY UPDATE;
END $$;
REVOKE ALL ON FUNCTION ledger.lock_accounts(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.lock_accounts(text[]) TO bulb_app;
