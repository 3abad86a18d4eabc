import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { createHold, openAccounts, post, postHold, seal, voidHold } from '@/lib/ledger/commands';
import { auditFaults, balanceOf, ledgerFigures } from '@/lib/ledger/queries';
import { asOwner } from '../../support/owner';
import { twentyAtOnce } from '../../support/refusal';

const POINTS = { asset: 'POINT' } as const;
let issued: string;
let [ines, mai] = ['', ''];

beforeEach(async () => {
  const own = randomUUID().slice(0, 8);
  [issued, ines, mai] = [`issued:${own}`, `user:ines-${own}`, `user:mai-${own}`];
  await openAccounts(db, [issued], { ...POINTS, normal: 'debit' });
  await openAccounts(db, [ines, mai], { ...POINTS, normal: 'credit' });
});
// Whatever a test does but those of tampering, which mend what they broke.
afterEach(async () => expect(await auditFaults()).toEqual([]));

const lines = (from: string, to: string, amount: bigint) => [
  { account: from, amount: -amount },
  { account: to, amount },
];
const give = (to: string, amount: bigint, id = randomUUID()) => post(db, { id, kind: 'emission', lines: lines(issued, to, amount) });
const has = async (account: string) => (await balanceOf(account)).posted;

/** A session of its own, as the application or as whoever owns the database. */
async function as<T>(role: 'bulb_app' | 'owner', act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    if (role === 'bulb_app') await client.query('SET ROLE bulb_app');
    return await act(client);
  } finally {
    await client.end();
  }
}

const refusedAs = (role: 'bulb_app' | 'owner', statement: string) =>
  as(role, (client) => client.query(statement)).then(
    () => 'done',
    (error: pg.DatabaseError) => error.code ?? error.message,
  );

test('L1: a transaction has two lines or more, which sum to 0, and none is added later', async () => {
  const alone = { id: randomUUID(), kind: 'x', lines: [{ account: ines, amount: 5n }] };
  await expect(post(db, alone)).rejects.toThrow(/sum to 0/);
  await expect(post(db, { ...alone, lines: [...alone.lines, { account: mai, amount: -4n }] })).rejects.toThrow(/sum to 0/);
  await expect(post(db, { ...alone, lines: [] })).rejects.toThrow(/two lines/);
  await expect(post(db, { ...alone, lines: lines('nobody', ines, 5n) })).rejects.toThrow(/null value|account/);
  const id = randomUUID();
  await give(ines, 5n, id);
  const more = `INSERT INTO ledger.entry SELECT '${id}', line + 10, account, asset, -amount, balance_after, account_version + 10 FROM ledger.entry WHERE tx = '${id}'`;
  expect(await refusedAs('owner', more)).toBe('LG001');
  expect(await refusedAs('owner', `INSERT INTO ledger.tx (id, kind, request_hash) VALUES ('${randomUUID()}', 'x', '')`)).toBe('LG001');
});

describe('L2: what is written stays', () => {
  const attacks = ['tx', 'entry', 'seal', 'asset', 'account', 'hold'].flatMap((table) => [
    `DELETE FROM ledger.${table}`,
    `TRUNCATE ledger.${table} CASCADE`,
    ...(table === 'account' || table === 'hold'
      ? []
      : [`UPDATE ledger.${table} SET ${{ tx: 'kind', entry: 'line', seal: 'seq', asset: 'scale' }[table]} = DEFAULT`]),
  ]);

  test.each(attacks)('%s is refused to the application and to the owner', async (statement) => {
    expect(await refusedAs('bulb_app', statement)).toBe('42501');
    expect(await refusedAs('owner', statement)).toBe('LG002');
  });

  test.each([
    `UPDATE ledger.account SET posted = posted + 1`,
    `UPDATE ledger.hold SET state = 'open'`,
    `INSERT INTO ledger.account (code, asset, normal) VALUES ('x', 'POINT', 'credit')`,
    `INSERT INTO ledger.asset VALUES ('GOLD', 2)`,
    `ALTER TABLE ledger.tx DISABLE TRIGGER ALL`,
    `SET session_replication_role = replica`,
    `DROP SCHEMA ledger CASCADE`,
    `CREATE FUNCTION ledger.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  ])('%s is refused to the application', async (statement) => expect(await refusedAs('bulb_app', statement)).toBe('42501'));

  test('an account stays what it is, whoever asks', async () => {
    expect(await refusedAs('owner', `UPDATE ledger.account SET normal = 'credit' WHERE code = '${issued}'`)).toBe('LG002');
  });

  test('the application may read and call', async () => {
    const said = await as('bulb_app', async (client) => {
      await client.query(`SELECT ledger.post($1, 'emission', $2, $3)`, [randomUUID(), [issued, ines], [-7, 7]]);
      return (await client.query(`SELECT posted FROM ledger.account WHERE code = $1`, [ines])).rows[0];
    });
    expect(said).toEqual({ posted: '7' });
  });
});

test('L3: nobody is overdrawn, nor is what is held spent', async () => {
  await give(ines, 100n);
  await expect(post(db, { id: randomUUID(), kind: 'x', lines: lines(ines, mai, 101n) })).rejects.toThrow(/no_overdraft/);
  await createHold(db, { id: randomUUID(), account: ines, amount: 60n });
  await expect(post(db, { id: randomUUID(), kind: 'x', lines: lines(ines, mai, 41n) })).rejects.toThrow(/no_overdraft/);
  await expect(createHold(db, { id: randomUUID(), account: ines, amount: 41n })).rejects.toThrow(/no_overdraft/);
  await post(db, { id: randomUUID(), kind: 'x', lines: lines(ines, mai, 40n) });
  expect([await balanceOf(ines), await has(mai)]).toEqual([{ posted: 60n, held: 60n }, 40n]);
});

test('L4: one id is one transaction, twice and twenty at once, and nothing else under it', async () => {
  const id = randomUUID();
  const said = await twentyAtOnce(() => give(ines, 5n, id));
  expect(said.map((one) => (one.status === 'fulfilled' ? one.value : 'failed')).sort()).toEqual([
    'exists',
    ...Array(18).fill('exists'),
    'posted',
  ]);
  expect(await has(ines)).toBe(5n);
  await expect(give(ines, 6n, id)).rejects.toThrow(/is another/);
  await expect(give(mai, 5n, id)).rejects.toThrow(/is another/);
  await expect(openAccounts(db, [ines], { ...POINTS, normal: 'debit' })).rejects.toThrow(/is another/);
});

test('a reversal takes back all of what it reverses, once', async () => {
  const id = randomUUID();
  await give(ines, 5n, id);
  const back = (amount: bigint, own = randomUUID()) =>
    post(db, { id: own, kind: 'reversal', lines: lines(ines, issued, amount), reverses: id });
  await expect(back(4n)).rejects.toThrow(/all of what/);
  const own = randomUUID();
  expect([await back(5n, own), await back(5n, own), await has(ines)]).toEqual(['posted', 'exists', 0n]);
  await expect(back(5n)).rejects.toThrow(/reverses/);
});

test('L5: what many sessions post at once, in any order of accounts, loses nothing', async () => {
  await give(ines, 1_000n);
  await give(mai, 1_000n);
  const there = () => post(db, { id: randomUUID(), kind: 'x', lines: lines(ines, mai, 3n) });
  const back = () => post(db, { id: randomUUID(), kind: 'x', lines: lines(mai, ines, 2n) });
  const said = await Promise.allSettled(Array.from({ length: 60 }, (_, nth) => (nth % 2 === 0 ? there() : back())));
  expect(said.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect([await has(ines), await has(mai)]).toEqual([970n, 1_030n]);
});

test('L6: a hold ends once, by a posting or by nothing', async () => {
  await give(ines, 100n);
  const [kept, freed] = [randomUUID(), randomUUID()];
  await twentyAtOnce(() => createHold(db, { id: kept, account: ines, amount: 30n }));
  await createHold(db, { id: freed, account: ines, amount: 20n });
  await expect(createHold(db, { id: kept, account: ines, amount: 31n })).rejects.toThrow(/is another/);
  expect(await balanceOf(ines)).toEqual({ posted: 100n, held: 50n });
  const id = randomUUID();
  for (const wrong of [lines(ines, mai, 29n), lines(mai, ines, 30n)])
    await expect(postHold(db, kept, { id: randomUUID(), kind: 'payout', lines: wrong })).rejects.toThrow(/ends by what it holds/);
  expect(await balanceOf(ines)).toEqual({ posted: 100n, held: 50n });
  const said = await twentyAtOnce(() => postHold(db, kept, { id, kind: 'payout', lines: lines(ines, mai, 30n) }));
  expect(said.filter((one) => one.status === 'fulfilled' && one.value === 'posted')).toHaveLength(1);
  await twentyAtOnce(() => voidHold(db, freed));
  expect(await balanceOf(ines)).toEqual({ posted: 70n, held: 0n });
  await expect(voidHold(db, kept)).rejects.toThrow(/ends once/);
  await expect(postHold(db, freed, { id: randomUUID(), kind: 'payout', lines: lines(ines, mai, 20n) })).rejects.toThrow(/ends once/);
  await expect(postHold(db, kept, { id: randomUUID(), kind: 'payout', lines: lines(ines, mai, 30n) })).rejects.toThrow(/ends once/);
  expect(await refusedAs('owner', `UPDATE ledger.hold SET state = 'open', tx = NULL WHERE id = '${kept}'`)).toBe('LG006');
});

describe('L7: tampering shows', () => {
  const tampered = async (statement: string, mend: string): Promise<string[]> => {
    const run = (text: string) =>
      as('owner', async (client) => {
        await client.query('SET session_replication_role = replica');
        await client.query(text);
      });
    await run(statement);
    const faults = await auditFaults();
    await run(mend);
    return [...new Set(faults.map(({ fault }) => fault.slice(0, 2)))];
  };

  test('of a line, with the balances made to fit', async () => {
    const id = randomUUID();
    await give(ines, 5n, id);
    expect(await seal(db)).toBeGreaterThan(0);
    const by = (n: number) =>
      `UPDATE ledger.entry SET amount = amount + sign(amount) * ${n}, balance_after = balance_after + ${n} WHERE tx = '${id}';
       UPDATE ledger.account SET posted = posted + ${n} WHERE code IN ('${ines}', '${issued}')`;
    expect(await tampered(by(100), by(-100))).toEqual(['L7']);
  });

  test('of a balance, of what is held, and of a transaction that never was', async () => {
    await give(ines, 5n);
    const set = (n: number) => `UPDATE ledger.account SET posted = posted + ${n} WHERE code = '${ines}'`;
    expect(await tampered(set(1), set(-1))).toEqual(['L5']);
    const held = (n: number) => `UPDATE ledger.account SET held = held + ${n} WHERE code = '${ines}'`;
    expect(await tampered(held(1), held(-1))).toEqual(['L6']);
    const made = randomUUID();
    expect(
      (await tampered(`INSERT INTO ledger.tx VALUES ('${made}', 'x', '')`, `DELETE FROM ledger.tx WHERE id = '${made}'`)).sort(),
    ).toEqual(['L1', 'L7']);
  });

  test('of none that is sealed in pieces: no piece takes longer than it may, and each goes on from the last', async () => {
    for (let nth = 0; nth < 3; nth += 1) await give(ines, 5n);
    const piece = async () => (await db.$queryRaw<{ n: number }[]>`SELECT ledger.seal(100, '0 seconds') AS n`)[0]?.n;
    const waiting = (await ledgerFigures()).transactions - (await ledgerFigures()).sealed;
    expect(waiting).toBeGreaterThanOrEqual(3);
    for (let nth = 0; nth < waiting; nth += 1) expect(await piece()).toBe(1);
    expect([await piece(), await auditFaults()]).toEqual([0, []]);
  });

  test('of a link in the chain, which twenty workers at once make as one', async () => {
    await give(ines, 5n);
    await give(mai, 5n);
    await twentyAtOnce(() => seal(db));
    const { sealed, transactions, head } = await ledgerFigures();
    expect([sealed, head.length]).toEqual([transactions, 64]);
    const turn = `UPDATE ledger.seal SET hash = sha256(hash) WHERE seq = ${sealed - 1}`;
    const mend = `UPDATE ledger.seal SET hash = (SELECT prev_hash FROM ledger.seal WHERE seq = ${sealed}) WHERE seq = ${sealed - 1}`;
    expect(await tampered(turn, mend)).toEqual(['L7']);
  });
});

test('thirty-two sessions of random operations, killed at random, leave an empty audit and the sums', async () => {
  const crowd = Array.from({ length: 12 }, (_, nth) => `user:crowd-${nth}`);
  await openAccounts(db, crowd, { ...POINTS, normal: 'credit' });
  for (const one of crowd) await give(one, 1_000n);
  const unhandled: string[] = [];
  const seen = { committed: 0, killed: 0, overdrawn: 0 };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;
  const session = async () => {
    for (let left = 25; left > 0; ) {
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
      client.on('error', () => undefined);
      await client.connect();
      // Whoever waits in a ring is found out long before they are killed.
      await client.query("SET deadlock_timeout = '10ms'");
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      const killed = setTimeout(
        () => void asOwner('SELECT pg_terminate_backend($1)', [rows[0].pid]).catch(() => undefined),
        20 + Math.random() * 300,
      );
      try {
        for (; left > 0; left -= 1) {
          const [from, to, third, amount] = [pick(crowd), pick(crowd), pick(crowd), 1 + Math.floor(Math.random() * 400)];
          const hold = randomUUID();
          await client.query('BEGIN');
          // As `postAll` does for a transaction that does more than one thing.
          await client.query('SELECT ledger.lock_accounts($1)', [[from, to, third]]);
          if (Math.random() < 0.5) {
            for (const pair of [
              [from, to],
              [to, third],
            ])
              await client.query(`SELECT ledger.post($1, 'x', $2, $3)`, [randomUUID(), pair, [-amount, amount]]);
          } else {
            await client.query(`SELECT ledger.hold_create($1, $2, $3)`, [hold, from, amount]);
            // What is held for somebody goes to another, or back.
            if (from === to || Math.random() < 0.5) await client.query(`SELECT ledger.hold_void($1)`, [hold]);
            else await client.query(`SELECT ledger.hold_post($1, $2, 'x', $3, $4)`, [hold, randomUUID(), [from, to], [-amount, amount]]);
          }
          const kept = Math.random() < 0.9;
          await client.query(kept ? 'COMMIT' : 'ROLLBACK');
          if (kept) seen.committed += 1;
        }
      } catch (error) {
        const { code = '', message } = error as pg.DatabaseError;
        // Overdrawn (23514), or the connection was taken away; anything else nobody handles.
        if (code === '23514') seen.overdrawn += 1;
        else if (code === '57P01' || /terminat|Connection|not queryable/i.test(message)) seen.killed += 1;
        else unhandled.push(`${code} ${message}`);
        left -= 1;
      } finally {
        clearTimeout(killed);
        await client.end().catch(() => undefined);
      }
    }
  };
  await Promise.all(Array.from({ length: 32 }, session));
  expect(unhandled).toEqual([]);
  // What was to happen did: of eight hundred turns on a slow machine most are killed, on a fast one few.
  expect([seen.committed > 30, seen.killed > 5, seen.overdrawn > 0], JSON.stringify(seen)).toEqual([true, true, true]);
  await seal(db, 100_000);
  const rows = await db.$queryRaw<
    { all: bigint }[]
  >`SELECT sum(posted)::bigint AS all FROM ledger.account WHERE code = ANY (${crowd}::text[])`;
  expect(rows[0]?.all).toBe(12_000n);
}, 120_000);
