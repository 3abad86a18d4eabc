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
  const order = Uint32Array.from(parts.keys()).sort((a, b) => {
    const [x = 0n, y = 0n] = [remainders[a], remainders[b]];
    return x === y ? a - b : x > y ? -1 : 1;
  });
  for (const place of order.subarray(0, Number(left))) parts[place] = (parts[place] ?? 0n) + 1n;
  return parts;
}
