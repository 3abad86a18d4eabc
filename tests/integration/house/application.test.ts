import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installQueues } from '@/lib/jobs/queue';
import { applicationLogin } from '../../../bin/setup/application';
import { asOwner } from '../../support/owner';
import { twentyAtOnce } from '../../support/refusal';

const owner = process.env.DATABASE_URL ?? '';
let url = '';
let client: pg.Client;
beforeAll(async () => {
  const made = await twentyAtOnce(() => applicationLogin(owner));
  const all = new Set(made.map((one) => (one.status === 'fulfilled' ? JSON.stringify(one.value) : String(one.reason))));
  expect(all.size).toBe(1);
  const { url: address, lack } = JSON.parse([...all][0] ?? '') as { url: string; lack: string | null };
  expect(lack).toBeNull();
  url = address;
  client = new pg.Client({ connectionString: url, options: '-c role=bulb_app' });
  await client.connect();
});
afterAll(() => client.end());

const answer = async (statement: string, as: pg.Client = client): Promise<string> => {
  try {
    await as.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

test('the site’s login reads and writes what is the site’s, and calls the ledger', async () => {
  expect(await answer('SELECT count(*) FROM member')).toBe('done');
  expect(await answer('SELECT count(*) FROM ledger.entry')).toBe('done');
  expect(await answer('UPDATE blog SET name = name')).toBe('done');
  expect(await answer('SELECT count(*) FROM pgboss.job')).toBe('done');
});

test('whatever it lays aside or takes on, it is nobody’s owner', async () => {
  const attempts = [
    'UPDATE ledger.entry SET amount = 1',
    'DELETE FROM ledger.tx',
    'INSERT INTO ledger.account (code, asset, normal) VALUES ($$x$$, $$PT$$, $$debit$$)',
    'TRUNCATE ledger.entry CASCADE',
    'ALTER TABLE ledger.entry DISABLE TRIGGER ALL',
    'DROP SCHEMA ledger CASCADE',
    'CREATE TABLE ledger.other (id int)',
    'DELETE FROM payout_event',
    'SELECT value FROM site_secret',
    'SELECT rolpassword FROM pg_authid',
    'SET session_replication_role = replica',
    'ALTER ROLE bulb_app SUPERUSER',
    'CREATE ROLE another LOGIN',
    'COPY member TO PROGRAM $$cat$$',
    'TRUNCATE member CASCADE',
    'CREATE TRIGGER mine BEFORE DELETE ON earning_account FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'CREATE TABLE pgboss.mine (id uuid REFERENCES member)',
    'SET SESSION AUTHORIZATION bulb',
    'SET ROLE bulb',
  ];
  for (const aside of ['SELECT 1', 'SET ROLE NONE', 'RESET ROLE', 'RESET SESSION AUTHORIZATION', 'SET ROLE bulb_app', 'DISCARD ALL']) {
    expect(await answer(aside), aside).toBe('done');
    for (const attempt of attempts) expect(await answer(attempt), `${attempt} after ${aside}`).toMatch(/^(42501|55006|0A000)$/);
  }
  const { rows } = await client.query('SELECT session_user::text AS name');
  expect(rows[0]?.name).toMatch(/^bulb_app_/);
});

test('what it makes in a schema of its own runs as itself, whoever lays the queues out again or has a member go', async () => {
  await answer('CREATE TABLE pgboss.ran (who text, session text)');
  const tell = 'INSERT INTO pgboss.ran VALUES (current_user, session_user)';
  const { rows: own } = await client.query<{ name: string; args: string }>(
    `SELECT p.proname AS name, pg_get_function_arguments(p.oid) AS args
     FROM pg_proc p WHERE pronamespace = 'pgboss'::regnamespace AND prokind = 'f' AND pg_get_function_result(p.oid) = 'void'`,
  );
  expect(own.length).toBeGreaterThan(0);
  await client.query('BEGIN');
  for (const { name, args } of own)
    await client.query(
      `CREATE OR REPLACE FUNCTION pgboss.${name}(${args}) RETURNS void LANGUAGE plpgsql AS $f$ BEGIN SET LOCAL ROLE NONE; ${tell}; END $f$`,
    );
  await client.query('COMMIT');
  await installQueues((await applicationLogin(owner)).url).catch(() => undefined);
  const { rows } = await client.query<{ who: string; session: string }>('SELECT DISTINCT who, session FROM pgboss.ran');
  for (const { who, session } of rows) expect([who, session].join()).toMatch(/^bulb_app_[^,]*,bulb_app_/);
  expect(rows.length).toBeGreaterThan(0);
});

test('the address says it wherever it may be said, and what leads to somebody else is not taken', async () => {
  const { host, hostname, port, pathname, username, password } = new URL(owner);
  for (const address of [
    `postgresql://${host}${pathname}?user=${username}&password=${password}`,
    `postgresql://${pathname}?host=${hostname}&port=${port}&user=${username}&password=${password}`,
  ]) {
    const { url: made, lack } = await applicationLogin(address);
    expect(lack).toBeNull();
    const one = new pg.Client({ connectionString: made });
    await one.connect();
    expect((await one.query('SELECT session_user::text AS name')).rows[0]?.name).toMatch(/^bulb_app_/);
    await one.end();
  }
});

test('a password that somebody changed is set again; where no login can be made the owner’s address is what there is, and it is said', async () => {
  const { rows } = await client.query('SELECT session_user::text AS name');
  await asOwner(`ALTER ROLE ${pg.escapeIdentifier(rows[0]?.name)} PASSWORD 'another'`);
  const before = new pg.Client({ connectionString: url });
  await expect(before.connect()).rejects.toMatchObject({ code: '28P01' });
  expect(await applicationLogin(owner)).toEqual({ url, lack: null });

  await asOwner(`ALTER ROLE ${pg.escapeIdentifier(rows[0]?.name)} PASSWORD 'another'`);
  await asOwner(`CREATE ROLE plain_owner LOGIN PASSWORD 'plain'`);
  await asOwner('GRANT ALL ON site_secret TO plain_owner');
  const plain = Object.assign(new URL(owner), { username: 'plain_owner', password: 'plain' }).href;
  const lacking = await applicationLogin(plain);
  expect(lacking.url).toBe(plain);
  expect(lacking.lack).toMatch(/permission denied/);
  await asOwner('REVOKE ALL ON site_secret FROM plain_owner');
  await asOwner('DROP ROLE plain_owner');
});
