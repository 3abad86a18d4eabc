import 'server-only';
import { createHash } from 'node:crypto';
import type { Epoch } from './epoch';
import { PackedRows } from './packed-rows';
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
  const rows = new PackedRows();
  async function* packing(): AsyncGenerator<PoolReader> {
    for await (const reader of readersOf(epoch, kind)) {
      rows.begin();
      for (const [payee, seconds] of reader.weights) rows.add(payee, seconds);
      rows.end(reader.id, reader.budget);
      yield reader;
    }
  }
  const hash = createHash('sha256');
  for await (const piece of inputPieces(pool, packing(), share)) hash.update(piece);
  return { packed: { pool, readerShare: share, ...rows.packed() }, inputHash: hash.digest('hex') };
}
