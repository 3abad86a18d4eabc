const POINT = 1_000n;

/** What so many thousandths of a point are worth in smallest units, when 1,000 points are worth `worth` of them; rounded down. */
export const unitsOf = (points: bigint, worth: bigint): bigint => (points * worth) / (1_000n * POINT);

/** A decimal such as `12.5` in units of 10^-digits; null when it is none, is negative, or has more digits than there are. */
export function parseDecimal(text: string, digits: number): bigint | null {
  const [, whole, part = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || part.length > digits) return null;
  return BigInt(whole + part.padEnd(digits, '0'));
}

/** So many units of 10^-digits as a decimal, with no zeros at its end that say nothing. */
export function decimalOf(units: bigint, digits: number): string {
  const text = units.toString().padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const part = text.slice(text.length - digits).replace(/0+$/, '');
  return part === '' ? whole : `${whole}.${part}`;
}

/** Points as they are written, from thousandths. */
export const pointsOf = (points: bigint): string => decimalOf(points, 3);
export const parsePoints = (text: string): bigint | null => parseDecimal(text, 3);

/** So many units of 10^-digits as `language` writes numbers, exactly. */
export const amountWords = (language: string, units: bigint, digits: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(decimalOf(units, digits) as `${number}`);

export const pointWords = (language: string, points: bigint): string => amountWords(language, points, 3);
