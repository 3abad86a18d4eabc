import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { createHold, openAccounts, post, postHold, sealAll } from '@/lib/ledger/commands';
import { auditFaults, GONE, ledgerFigures } from '@/lib/ledger/queries';

const POINTS = { asset: 'POINT' } as const;
let [issued, ines, mai] = ['', '', ''];

beforeEach(async () => {
  const own = randomUUID().slice(0, 8);
  [issued, ines, mai] = [`issued:${own}`, `user:ines-${own}`, `user:mai-${own}`];
  await openAccounts(db, [issued], { ...POINTS, normal: 'debit' });
  await openAccounts(db, [ines, mai], { ...POINTS, normal: 'credit' });
});
afterEach(async () => expect(await auditFaults()).toEqual([]));

const give = (to: string, amount: bigint, id = randomUUID()) =>
  post(db, {
    id,
    kind: 'emission',
    lines: [
      { account: issued, amount: -amount },
      { account: to, amount },
    ],
  });

/** What the audit says while whoever owns the database has done this, with every trigger and reference off. */
async function foundOf(statements: string, kept?: { sealed: number; head: string }): Promise<string[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(statements);
    const { rows } = await client.query<{ fault: string }>('SELECT fault FROM ledger.audit');
    if (kept) rows.push(...(await client.query<{ fault: string }>(GONE, [[kept.sealed], [kept.head]])).rows);
    await client.query('ROLLBACK');
    return [...new Set(rows.map(({ fault }) => fault))].sort();
  } finally {
    await client.end();
  }
}

test('a transaction that is gone from the chain, with the balances made to fit', async () => {
  await give(ines, 7n);
  const id = randomUUID();
  await give(ines, 5n, id);
  await sealAll(db);
  expect(
    await foundOf(`
      UPDATE ledger.account SET posted = posted - 5, version = version - 1 WHERE code IN ('${ines}', '${issued}');
      DELETE FROM ledger.entry WHERE tx = '${id}'; DELETE FROM ledger.tx WHERE id = '${id}'`),
  ).toEqual(['L7: a seal does not fit']);
});

test('lines of no transaction, with the balances made to fit', async () => {
  await give(ines, 7n);
  await sealAll(db);
  expect(
    await foundOf(`
      UPDATE ledger.account SET posted = posted + 100, version = version + 1 WHERE code IN ('${ines}', '${issued}');
      INSERT INTO ledger.entry SELECT gen_random_uuid(), 1, id, asset, 100, posted, version FROM ledger.account WHERE code = '${ines}';
      INSERT INTO ledger.entry SELECT (SELECT tx FROM ledger.entry e WHERE NOT EXISTS (SELECT FROM ledger.tx t WHERE t.id = e.tx)),
        2, id, asset, -100, posted, version FROM ledger.account WHERE code = '${issued}'`),
  ).toEqual(['L1: lines of no transaction']);
});

test('accounts that change names', async () => {
  await give(ines, 7n);
  await sealAll(db);
  expect(
    await foundOf(`
      UPDATE ledger.account SET code = 'x' WHERE code = '${ines}';
      UPDATE ledger.account SET code = '${ines}' WHERE code = '${mai}';
      UPDATE ledger.account SET code = '${mai}' WHERE code = 'x'`),
  ).toEqual(['L7: a seal does not fit']);
});

test('points that are counted in other units', async () => {
  await give(ines, 7n);
  await sealAll(db);
  expect(await foundOf(`UPDATE ledger.asset SET scale = 2 WHERE code = 'POINT'`)).toEqual(['L7: a seal does not fit']);
});

test('a hold that a posting ended, made another account’s', async () => {
  await give(ines, 7n);
  await give(mai, 7n);
  const [hold, id] = [randomUUID(), randomUUID()];
  await createHold(db, { id: hold, account: ines, amount: 7n });
  const lines = [
    { account: ines, amount: -7n },
    { account: issued, amount: 7n },
  ];
  await postHold(db, hold, { id, kind: 'payout', lines });
  await sealAll(db);
  const other = `UPDATE ledger.hold SET account = (SELECT id FROM ledger.account WHERE code = '${mai}') WHERE id = '${hold}'`;
  expect(await foundOf(other)).toEqual(['L7: a seal does not fit']);
});

/** Takes the last transaction out, its seal with it, and lets every balance fit. */
const CUT = `
  CREATE TEMP TABLE cut ON COMMIT DROP AS SELECT tx FROM ledger.seal ORDER BY seq DESC LIMIT 1;
  UPDATE ledger.account a SET version = version - 1, posted = posted - CASE normal WHEN 'credit' THEN e.amount ELSE -e.amount END
  FROM ledger.entry e WHERE e.account = a.id AND e.tx IN (SELECT tx FROM cut);
  DELETE FROM ledger.seal WHERE tx IN (SELECT tx FROM cut);
  DELETE FROM ledger.entry WHERE tx IN (SELECT tx FROM cut);
  DELETE FROM ledger.tx WHERE id IN (SELECT tx FROM cut)`;

test('a chain that was cut, or made anew, fits together but not with the head that was said', async () => {
  await give(ines, 7n);
  await give(mai, 5n);
  await sealAll(db);
  const said = await ledgerFigures();
  const shown = ['L7: a head that was said is not in the chain'];
  expect(await foundOf(CUT, said)).toEqual(shown);
  const anew = `
    DELETE FROM ledger.seal WHERE seq = ${said.sealed};
    UPDATE ledger.tx SET kind = 'other' WHERE id = (SELECT id FROM ledger.tx t WHERE NOT EXISTS (SELECT FROM ledger.seal s WHERE s.tx = t.id));
    INSERT INTO ledger.unsealed SELECT id FROM ledger.tx t WHERE NOT EXISTS (SELECT FROM ledger.seal s WHERE s.tx = t.id);
    SELECT ledger.seal(10)`;
  expect(await foundOf(anew, said)).toEqual(shown);
  expect(await auditFaults([said])).toEqual([]);
  await give(ines, 1n);
  await sealAll(db);
  expect(await auditFaults([said, { sealed: 0, head: '' }])).toEqual([]);
  expect(await auditFaults([{ ...said, head: said.head.replaceAll(/./g, '0') }])).toHaveLength(1);
});
