/** One epoch's input, packed: a million readers with twenty payees each are five arrays, not twenty million objects. */
export interface Epoch {
  /** What is to be divided, in the smallest unit. */
  pool: bigint;
  /** The readers' own part of what they move, as numerator and denominator; null where there is none. */
  readerShare: readonly [bigint, bigint] | null;
  /** In ASCII order, each once. */
  readers: readonly string[];
  /** The most that each reader's account may move, in the order of `readers`. */
  budgets: BigInt64Array;
  /** Payout identities in ASCII order, each once. */
  payees: readonly string[];
  /** The rows of reader `k` are `from[k]` up to, not with, `from[k + 1]`. */
  from: Uint32Array;
  /** Of each row the place in `payees`; of one reader's rows each payee once, in ascending order. */
  payeeOf: Uint32Array;
  /** Of each row the verified seconds, above 0. */
  seconds: BigInt64Array;
}

interface Unpacked {
  pool: bigint;
  readerShare: readonly [bigint, bigint] | null;
  /** Each id once; of one reader each payee once. */
  readers: readonly { id: string; budget: bigint; weights: readonly (readonly [payee: string, seconds: bigint])[] }[];
}

/** Packs an epoch, whatever order it comes in. Rows without seconds are left out. */
export function packEpoch({ pool, readerShare, readers }: Unpacked): Epoch {
  const sorted = readers.toSorted((a, b) => ascii(a.id, b.id));
  const payees = [...new Set(sorted.flatMap(({ weights }) => weights.map(([payee]) => payee)))].sort(ascii);
  const placeOf = new Map(payees.map((payee, place) => [payee, place]));
  const rows = sorted.map(({ weights }) =>
    weights
      .filter(([, seconds]) => seconds > 0n)
      .map(([payee, seconds]) => ({ payee: placeOf.get(payee) ?? 0, seconds }))
      .sort((a, b) => a.payee - b.payee),
  );
  const from = new Uint32Array(sorted.length + 1);
  for (const [place, own] of rows.entries()) from[place + 1] = (from[place] ?? 0) + own.length;
  const flat = rows.flat();
  return {
    pool,
    readerShare,
    readers: sorted.map(({ id }) => id),
    budgets: BigInt64Array.from(sorted, ({ budget }) => budget),
    payees,
    from,
    payeeOf: Uint32Array.from(flat, ({ payee }) => payee),
    seconds: BigInt64Array.from(flat, ({ seconds }) => seconds),
  };
}

const ascii = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
