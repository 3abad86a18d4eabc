/** One-sided 90% of the normal distribution. */
const Z = 1.28155;

/**
 * Lower bound of the share of up votes that the votes so far vouch for, 0 to 1 (E. B. Wilson, 1927).
 * Few votes vouch for little: 1 of 1 is below 90 of 100. Without votes it is 0.
 */
export function wilsonLowerBound(ups: number, downs: number): number {
  const n = ups + downs;
  if (n === 0) return 0;
  const share = ups / n;
  const z2 = Z * Z;
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * n)) / n);
  return Math.max(0, (share + z2 / (2 * n) - spread) / (1 + z2 / n));
}
