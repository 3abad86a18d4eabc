/** A decimal such as `12.5` in units of 10^-places; null when it is none, is negative, or has more decimals than that. */
export function parseDecimal(text: string, places: number): bigint | null {
  const [, whole, part = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || part.length > places) return null;
  return BigInt(whole + part.padEnd(places, '0'));
}

/** So many units of 10^-places as a decimal, with no zeros at its end that say nothing. */
export function decimalOf(units: bigint, places: number): string {
  const text = units.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const part = text.slice(text.length - places).replace(/0+$/, '');
  return part === '' ? whole : `${whole}.${part}`;
}
