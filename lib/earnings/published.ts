import 'server-only';
import { createHash } from 'node:crypto';
import { db } from '@/lib/db/client';
import { outputPieces } from './division-json';
import type { PoolKind } from './pools';
import { fractionOf } from './rule';

/** Readers that are asked for at once. */
const AT_ONCE = 1_000;

export interface PoolReader {
  id: string;
  tier: string;
  budget: bigint;
  weights: readonly (readonly [payee: string, seconds: bigint])[];
}

/** The readers of an epoch for whom anything counted, in the order of their names, each with what they read of whom. */
export async function* readersOf(epoch: number, kind: PoolKind, most = AT_ONCE): AsyncGenerator<PoolReader> {
  for (let after: string | null = null; ; ) {
    const readers: { id: string; tier: string; budget: bigint }[] = await db.epochReader.findMany({
      where: { epoch, pool: kind, account: { not: null }, ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: most,
      select: { id: true, tier: true, budget: true },
    });
    const rows = await db.$queryRaw<{ readerId: string; payeeId: string; seconds: bigint }[]>`
      SELECT "readerId", "payeeId", sum(seconds)::bigint AS seconds FROM epoch_row
      WHERE "readerId" = ANY (${readers.map(({ id }) => id)}::uuid[]) AND seconds > 0 GROUP BY 1, 2 ORDER BY 1, 2`;
    const of = Map.groupBy(rows, ({ readerId }) => readerId);
    for (const { id, tier, budget } of readers)
      yield { id, tier, budget, weights: (of.get(id) ?? []).map(({ payeeId, seconds }) => [payeeId, seconds] as const) };
    if (readers.length < most) return;
    after = readers.at(-1)?.id ?? null;
  }
}

type Share = readonly [bigint, bigint] | null;

/** A division's input as it is published, piece by piece: what `earnings:divide` reads, in one form only. */
export async function* inputPieces(pool: bigint, readers: AsyncIterable<PoolReader>, share: Share): AsyncGenerator<string> {
  yield `{"pool":"${pool}","readers":[`;
  let comma = '';
  for await (const { id, budget, weights } of readers) {
    yield `${comma}{"id":"${id}","budget":"${budget}","weights":{${weights.map(([payee, seconds]) => `"${payee}":"${seconds}"`).join(',')}}}`;
    comma = ',';
  }
  yield `]${share ? `,"readerShare":["${share[0]}","${share[1]}"]` : ''}}\n`;
}

/** SHA-256 of the bytes, in hex. */
export async function hashOf(pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

const DONE = ['divided', 'allocated', 'released'] as const;
const shareOf = ({ shareOver, shareUnder }: { shareOver: bigint | null; shareUnder: bigint | null }): Share =>
  fractionOf(shareOver, shareUnder);

export interface Publication {
  /** SHA-256 of all pieces, in hex. */
  hash: string;
  pieces: AsyncGenerator<string>;
}

/** What is published of a division: its input or its output, the same bytes each time. Null until it is done. */
export async function publication(epoch: number, kind: PoolKind, part: 'input' | 'output'): Promise<Publication | null> {
  const row = await db.epochPool.findFirst({ where: { epoch, kind, of: { state: { in: [...DONE] } } } });
  if (!row?.outputHash) return null;
  if (part === 'input') return { hash: row.inputHash, pieces: inputPieces(row.pool, readersOf(epoch, kind), shareOf(row)) };
  return { hash: row.outputHash, pieces: piecesOf(row) };
}

type PoolRow = NonNullable<Awaited<ReturnType<typeof db.epochPool.findFirst>>>;

function piecesOf(row: PoolRow): AsyncGenerator<string> {
  const { epoch, kind, paid, carry, gammaOver, gammaUnder } = row;
  const gamma = fractionOf(gammaOver, gammaUnder);
  return outputPieces(
    { paid: paid ?? 0n, carry: carry ?? 0n, gamma },
    {
      contributions: amounts(epoch, kind, 'contribution'),
      payees: amounts(epoch, kind, 'payee'),
      rewards: shareOf(row) ? amounts(epoch, kind, 'reward') : null,
    },
  );
}

async function* amounts(
  epoch: number,
  pool: PoolKind,
  what: 'contribution' | 'reward' | 'payee',
): AsyncGenerator<readonly [id: string, amount: bigint]> {
  for (let after: string | null = null; ; ) {
    const page = { orderBy: { id: 'asc' as const }, take: AT_ONCE };
    const from = after === null ? {} : { id: { gt: after } };
    const rows: { id: string; amount: bigint }[] =
      what === 'payee'
        ? await db.epochPayee.findMany({ where: { epoch, pool, ...from }, ...page, select: { id: true, amount: true } })
        : (
            await db.epochReader.findMany({
              where: { epoch, pool, account: { not: null }, ...from },
              ...page,
              select: { id: true, contribution: true, reward: true },
            })
          ).map(({ id, contribution, reward }) => ({ id, amount: what === 'reward' ? reward : contribution }));
    for (const { id, amount } of rows) yield [id, amount];
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)?.id ?? null;
  }
}
