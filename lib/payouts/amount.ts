import { decimalOf, parseDecimal } from '@/lib/core/decimal';

const POINT = 1_000n;

/** What so many thousandths of a point are worth in smallest units, when 1,000 points are worth `worth` of them; rounded down. */
export const unitsOf = (points: bigint, worth: bigint): bigint => (points * worth) / (1_000n * POINT);

/** Points as they are written, from thousandths. */
export const pointsOf = (points: bigint): string => decimalOf(points, 3);
export const parsePoints = (text: string): bigint | null => parseDecimal(text, 3);

/** So many units of 10^-digits as `language` writes numbers, exactly. */
export const amountWords = (language: string, units: bigint, digits: number): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(decimalOf(units, digits) as `${number}`);

export const pointWords = (language: string, points: bigint): string => amountWords(language, points, 3);
