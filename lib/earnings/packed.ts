import 'server-only';
import { createHash } from 'node:crypto';
import type { Epoch } from './epoch';
import type { PoolKind } from './pools';
import { inputPieces, type PoolReader, readersOf } from './published';

interface Asked {
  epoch: number;
  kind: PoolKind;
  pool: bigint;
  share: readonly [bigint, bigint] | null;
}

/** A division's input as it was frozen, packed, and the hash of the same as it is published; read once. */
export async function packedInput({ epoch, kind, pool, share }: Asked): Promise<{ packed: Epoch; inputHash: string }> {
  const [readers, budgets, from, payeeOf, seconds]: [string[], bigint[], number[], number[], number[]] = [[], [], [0], [], []];
  const places = new Map<string, number>();
  async function* packing(): AsyncGenerator<PoolReader> {
    for await (const reader of readersOf(epoch, kind)) {
      readers.push(reader.id);
      budgets.push(reader.budget);
      for (const [payee, read] of reader.weights) {
        const place = places.get(payee) ?? places.size;
        places.set(payee, place);
        payeeOf.push(place);
        seconds.push(Number(read));
      }
      from.push(payeeOf.length);
      yield reader;
    }
  }
  const hash = createHash('sha256');
  for await (const piece of inputPieces(pool, packing(), share)) hash.update(piece);

  const payees = [...places.keys()].sort();
  const sorted = new Uint32Array(payees.length);
  for (const [place, payee] of payees.entries()) sorted[places.get(payee) ?? 0] = place;
  const packed: Epoch = {
    pool,
    readerShare: share,
    readers,
    budgets: BigInt64Array.from(budgets),
    payees,
    from: Uint32Array.from(from),
    payeeOf: Uint32Array.from(payeeOf, (place) => sorted[place] ?? 0),
    seconds: BigInt64Array.from(seconds, BigInt),
  };
  return { packed, inputHash: hash.digest('hex') };
}
