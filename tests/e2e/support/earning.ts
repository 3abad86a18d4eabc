import { randomUUID } from 'node:crypto';
import { townClient } from './database';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(data: string, sql: string, values: unknown[]): Promise<string> {
  const client = await townClient(data);
  try {
    for (let tries = 0; tries < 120; tries += 1) {
      const { rows } = await client.query<{ id: string }>(sql, values);
      if (rows[0]) return rows[0].id;
      await wait(500);
    }
  } finally {
    await client.end();
  }
  throw new Error(`nothing came of ${sql}`);
}

/** Has the town's worker do a job now, by its name, and waits until it is done. */
export async function doJob(data: string, name: string): Promise<void> {
  const client = await townClient(data);
  try {
    const { rows } = await client.query<{ id: string }>(`INSERT INTO pgboss.job (name, data) VALUES ($1, '{}') RETURNING id`, [name]);
    await until(data, `SELECT id FROM pgboss.job WHERE id = $1 AND state = 'completed'`, [rows[0]?.id]);
  } finally {
    await client.end();
  }
}

/** What the last audit of the town's ledger said: how many transactions are sealed, and the hash of the last. */
export async function lastAudit(data: string): Promise<{ sealed: number; head: string }> {
  const client = await townClient(data);
  try {
    const { rows } = await client.query<{ sealed: number; head: string }>('SELECT sealed, head FROM ledger_audit ORDER BY at DESC LIMIT 1');
    if (!rows[0]) throw new Error('the ledger was never audited');
    return rows[0];
  } finally {
    await client.end();
  }
}

/**
 * A script reads the posts at `slugs` as somebody of the town, with a beat every ten seconds to the millisecond; the rules look, and hold
 * what it earns. Answers with the hold.
 */
export async function readLikeAClock(data: string, handle: string, slugs: readonly string[]): Promise<string> {
  const client = await townClient(data);
  try {
    for (const [nth, slug] of slugs.entries())
      await client.query(
        `WITH own AS (
           INSERT INTO reading_session (id, "readerId", "postId", "openedAt", "lastAt", "lastSeq", blocks, seen, gaps, "gapSum", "gapSquares")
           SELECT gen_random_uuid(), m.id, p.id, now(), now(), 120, 10, '{[0,10)}', 120, 120 * 10000, 120 * 10000::bigint * 10000
           FROM post p, member m WHERE p.slug = $1 AND m.handle = $2 RETURNING id, "readerId"
         )
         INSERT INTO reading_beat ("readerId", slot, "sessionId")
         SELECT "readerId", floor(extract(epoch FROM now()) / 10)::bigint - 1000 - $3::int * 200 + nth, id FROM own, generate_series(1, 120) AS nth`,
        [slug, handle, nth],
      );
  } finally {
    await client.end();
  }
  await doJob(data, 'earning.unusual');
  return until(data, `SELECT h.id FROM earning_hold h JOIN member m ON m.id = h."memberId" WHERE m.handle = $1 AND h.outcome IS NULL`, [
    handle,
  ]);
}

/** The release of the town's first week took back, for a hold, what somebody's reading of a post moved: so many thousandths of a point for the reader and for the writer. */
export async function takenBackInTheFirstWeek(
  data: string,
  { holdId, handle, slug }: { holdId: string; handle: string; slug: string },
  [reward, amount]: readonly [number, number],
): Promise<void> {
  const client = await townClient(data);
  try {
    const { rows } = await client.query<{ id: string; code: string }>(
      `WITH people AS (SELECT id FROM member WHERE handle = $1 UNION ALL SELECT "authorId" FROM post WHERE slug = $2), made AS (
         INSERT INTO earning_account ("memberId", code) SELECT id, gen_random_uuid() FROM people ON CONFLICT ("memberId") DO NOTHING)
       SELECT id FROM people`,
      [handle, slug],
    );
    const [reader = '', writer = ''] = rows.map(({ id }) => id);
    const codes = await client.query<{ memberId: string; code: string }>(
      `SELECT "memberId", code FROM earning_account WHERE "memberId" = ANY ($1)`,
      [[reader, writer]],
    );
    const codeOf = (id: string) => codes.rows.find(({ memberId }) => memberId === id)?.code ?? '';
    const accounts = [reader, writer].flatMap((id) => [`user:${codeOf(id)}:pending`, `user:${codeOf(id)}:available`]);
    await client.query(`SELECT ledger.open_accounts(ARRAY['issued:points'], 'POINT', 'debit')`);
    await client.query(`SELECT ledger.open_accounts($1, 'POINT', 'credit')`, [accounts]);
    const lines = ['issued:points', `user:${codeOf(reader)}:pending`, `user:${codeOf(writer)}:pending`];
    const given = [-(reward + amount), reward, amount];
    for (const [kind, sign] of [
      ['allocation', 1],
      ['claw-back: held', -1],
    ] as const)
      await client.query(`SELECT ledger.post($1, $2, $3, $4, NULL)`, [randomUUID(), kind, lines, given.map((one) => one * sign)]);
    const [readerId, payeeId] = [randomUUID(), randomUUID()];
    await client.query(
      `INSERT INTO epoch_reader (id, epoch, pool, "memberId", account, tier, budget, contribution, reward, "holdId")
       VALUES ($1, 1, 'main', $2, $3, 'phone', $4, $4, $5, $6)`,
      [readerId, reader, codeOf(reader), reward + amount, reward, holdId],
    );
    await client.query(`INSERT INTO epoch_payee (id, epoch, pool, "memberId", account, amount) VALUES ($1, 1, 'main', $2, $3, $4)`, [
      ...[payeeId, writer, codeOf(writer), amount],
    ]);
    await client.query(
      `INSERT INTO epoch_row ("readerId", "postId", "payeeId", seconds, amount, reward, returned)
       SELECT $1, id, $2, 600, $3, $4, 'held' FROM post WHERE slug = $5`,
      [readerId, payeeId, amount, reward, slug],
    );
  } finally {
    await client.end();
  }
}

/** What somebody of the town has available, in thousandths of a point, and what is wrong with the ledger. */
export async function availableTo(data: string, handle: string): Promise<{ available: number; faults: number }> {
  const client = await townClient(data);
  try {
    const { rows } = await client.query<{ available: number; faults: number }>(
      `SELECT coalesce((SELECT a.posted FROM ledger.account a JOIN earning_account e ON a.code = 'user:' || e.code || ':available'
         JOIN member m ON m.id = e."memberId" WHERE m.handle = $1), 0)::int AS available, (SELECT count(*) FROM ledger.audit)::int AS faults`,
      [handle],
    );
    return rows[0] ?? { available: 0, faults: 0 };
  } finally {
    await client.end();
  }
}

/** The id of somebody of the town. */
export const idOf = (data: string, handle: string): Promise<string> => until(data, 'SELECT id FROM member WHERE handle = $1', [handle]);
