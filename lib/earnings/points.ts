/** A whole number of parts as plain decimal digits: `decimal(-1234500n, 3)` is `-1234.500`. */
export function decimal(amount: bigint, places: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
  const at = digits.length - places;
  return `${amount < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
}

/** Thousandths of a point as points, as `language` writes them, to the last digit. */
export function pointsText(amount: bigint, language: string): string {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return format.format(decimal(amount, 3) as Intl.StringNumericLiteral);
}

/** Points that an hour of reading moved, from what a second did in thousandths. */
export const hourText = ([over, under]: readonly [bigint, bigint], language: string): string =>
  pointsText((over * 3_600n) / under, language);
