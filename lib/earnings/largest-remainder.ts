/**
 * Splits `amount` in proportion to `weights`, whose sum is `sum` > 0: each gets the floor of its share, and the units that are
 * left go one each to the largest remainders, ties to the earlier place. The parts sum to `amount`; none is more than one
 * unit from its exact share. (Hamilton's method.)
 */
export function splitByLargestRemainder(amount: bigint, weights: ArrayLike<bigint>, sum: bigint): bigint[] {
  const parts = new Array<bigint>(weights.length);
  const remainders = new Array<bigint>(weights.length);
  let left = amount;
  for (let place = 0; place < weights.length; place += 1) {
    const share = amount * (weights[place] ?? 0n);
    const part = share / sum;
    parts[place] = part;
    remainders[place] = share - part * sum;
    left -= part;
  }
  if (left === 0n) return parts;
  if (sum <= Number.MAX_SAFE_INTEGER) {
    for (const place of largest(Float64Array.from(remainders, Number), Number(left))) parts[place] = (parts[place] ?? 0n) + 1n;
    return parts;
  }
  const order = Uint32Array.from(parts.keys()).sort((a, b) => {
    const [x = 0n, y = 0n] = [remainders[a], remainders[b]];
    return x === y ? a - b : x > y ? -1 : 1;
  });
  for (const place of order.subarray(0, Number(left))) parts[place] = (parts[place] ?? 0n) + 1n;
  return parts;
}

/** The places of the `count` largest values, ties to the earlier place: what is above the last of them, and of its equals the first. */
function* largest(values: Float64Array, count: number): Generator<number> {
  const last = values.slice().sort()[values.length - count] as number;
  let equals = count - values.reduce((above, value) => above + Number(value > last), 0);
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number;
    if (value > last || (value === last && equals-- > 0)) yield place;
  }
}

/** Up to so many an insertion is faster than a sort. */
const FEW = 48;

/** Room for the parts of one split, used again for the next. */
export interface Scratch {
  weights: Float64Array;
  parts: Float64Array;
  remainders: Float64Array;
  order: Uint32Array;
}

export const scratchFor = (rows: number): Scratch => ({
  weights: new Float64Array(rows),
  parts: new Float64Array(rows),
  remainders: new Float64Array(rows),
  order: new Uint32Array(Math.min(rows, FEW)),
});

/** Whether `splitSmall` is exact for so much by weights of this sum; a number that was itself rounded is too large. */
export const isSmall = (amount: number, sum: number): boolean => (amount + 1) * sum <= Number.MAX_SAFE_INTEGER;

/**
 * The same parts as `splitByLargestRemainder`, for the first `rows` of `scratch.weights`, into `scratch.parts`, without an object a row.
 * Only where `isSmall(amount, sum)`. Proof: amount · weight ≤ amount · sum < 2^53 is exact. A quotient is rounded to the nearest, and
 * whole numbers below 2^53 are held exactly, so its floor is right or one too many; then part · sum ≤ amount · weight + sum
 * ≤ (amount + 1) · sum < 2^53 is exact too, and the remainder is below 0 just when it was one too many.
 */
export function splitSmall(amount: number, sum: number, rows: number, { weights, parts, remainders, order }: Scratch): void {
  let left = amount;
  for (let row = 0; row < rows; row += 1) {
    const share = amount * (weights[row] as number);
    let part = Math.floor(share / sum);
    let remainder = share - part * sum;
    if (remainder < 0) {
      part -= 1;
      remainder += sum;
    }
    parts[row] = part;
    remainders[row] = remainder;
    left -= part;
  }
  if (left === 0) return;
  if (rows > FEW) {
    for (const row of largest(remainders.subarray(0, rows), left)) parts[row] = (parts[row] as number) + 1;
    return;
  }
  largestFirst(remainders, rows, order);
  for (let nth = 0; nth < left; nth += 1) {
    const row = order[nth] as number;
    parts[row] = (parts[row] as number) + 1;
  }
}

/** The first `rows` places by `values`, largest first, ties to the earlier place: insertion, since most readers read few. */
function largestFirst(values: Float64Array, rows: number, order: Uint32Array): void {
  order[0] = 0;
  for (let row = 1; row < rows; row += 1) {
    const value = values[row] as number;
    let place = row;
    for (; place > 0 && (values[order[place - 1] as number] as number) < value; place -= 1) order[place] = order[place - 1] as number;
    order[place] = row;
  }
}
