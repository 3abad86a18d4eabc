import { formats, words } from '@/lib/core/words';
import { RULE_FIELDS, type RuleField } from '@/lib/earnings/rule-form';

export type TypedRule = Readonly<Record<RuleField, string>>;

/** What a number of the rule is called. */
export const fieldName = (name: RuleField, language: string): string => words(language, 'epochs')(`fields.${name}`);

const PLAIN_HINTS = { pointValue: 'value', unit: 'unit', days: 'days', holdDays: 'hold', addressDays: 'address' } as const;

/** What may be typed for it. */
export function fieldHint(name: RuleField, language: string): string {
  const t = words(language, 'epochs');
  const own = Object.hasOwn(PLAIN_HINTS, name) ? PLAIN_HINTS[name as keyof typeof PLAIN_HINTS] : null;
  if (own) return t(`hints.${own}`);
  const kind = RULE_FIELDS.find((field) => field.name === name)?.kind;
  return t(`hints.${kind === 'count' || kind === undefined || kind === 'unit' ? 'epochs' : kind}`);
}

/** A number as it is read, with its unit. */
export function fieldValue(name: RuleField, rule: TypedRule, language: string): string {
  const kind = RULE_FIELDS.find((field) => field.name === name)?.kind ?? 'count';
  if (kind === 'unit') return rule.unit;
  const value = formats(language).number(Number(rule[name]), { maximumFractionDigits: 6 });
  return kind === 'count' ? value : words(language, 'epochs')(`units.${kind}`, { value, unit: rule.unit });
}

/** The numbers in which two rules differ, in the order in which a form asks for them. */
export const differing = (one: TypedRule, other: TypedRule): RuleField[] =>
  RULE_FIELDS.map(({ name }) => name).filter((name) => one[name] !== other[name]);
