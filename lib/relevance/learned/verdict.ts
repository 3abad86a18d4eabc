/** At even odds either mistake is as likely as the other; a human looks at whatever is held. */
export const STANDARD_THRESHOLD = 0.5;

/** What a site lets its filter do, the mildest first. To remove is not among them: that takes a person. */
export const POWERS = ['nothing', 'filter', 'hold'] as const;
export type Power = (typeof POWERS)[number];

export const FILTER_AT = STANDARD_THRESHOLD;
export const HOLD_AT = STANDARD_THRESHOLD;

/** What becomes of a comment by the filter's word alone. `probability` is 0 to 1, or null for unknown, which changes nothing. */
export function verdictOf(probability: number | null, power: Power): Power {
  if (probability === null) return 'nothing';
  if (power === 'hold' && probability >= HOLD_AT) return 'hold';
  return power !== 'nothing' && probability >= FILTER_AT ? 'filter' : 'nothing';
}
