/** What the operator says that a point is worth. */
export interface Worth {
  /** Of one point, in 10⁻⁶ of the currency's unit. */
  value: bigint;
  /** ISO 4217. */
  currency: string;
  /** When it was set. */
  since: Date;
}

/** A whole number of parts as plain decimal digits: `decimal(-1234500n, 3)` is `-1234.500`. */
export function decimal(amount: bigint, places: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
  const at = digits.length - places;
  return `${amount < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
}

type Exact = Intl.StringNumericLiteral;

/** Thousandths of a point as points, as `language` writes them, to the last digit; with its sign where `signed`. */
export function pointsText(amount: bigint, language: string, { signed = false }: { signed?: boolean } = {}): string {
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
  return format.format(decimal(amount, 3) as Exact);
}

/** What so many thousandths of a point are worth, rounded towards 0, as `language` writes money. */
export function worthText(amount: bigint, { value, currency }: Worth, language: string): string {
  const money = (amount * value) / 1_000n;
  const small = money > -1_000_000n && money < 1_000_000n;
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    maximumFractionDigits: small ? 4 : 2,
    roundingMode: 'trunc',
  });
  return format.format(decimal(money, 6) as Exact);
}

/** Points that an hour of reading moved, from what a second did in thousandths. */
export const hourText = ([over, under]: readonly [bigint, bigint], language: string): string =>
  pointsText((over * 3_600n) / under, language);
