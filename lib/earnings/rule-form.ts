import { decimalOf, parseDecimal } from '@/lib/core/decimal';
import { Refused } from '@/lib/core/refused';
import { type Fraction, type RuleNumbers, TIERS } from './rule';
import { ruleNumbers, storedNumbers } from './rule-numbers';

/** How a number of the rule is typed: a fraction as percent or as a factor, points and money with decimals, or a plain count. */
export type Kind = 'percent' | 'factor' | 'points' | 'money' | 'count' | 'unit';

/** Every number by its place in the rule, in the order in which a form asks for them; `none` may be left out by a 0. */
export const RULE_FIELDS = [
  { name: 'emission', kind: 'points' },
  { name: 'quarantine', kind: 'percent' },
  { name: 'readerShare.points', kind: 'percent', none: true },
  { name: 'margin', kind: 'percent' },
  { name: 'pointValue', kind: 'money' },
  { name: 'unit', kind: 'unit' },
  { name: 'tiers.none.price', kind: 'money' },
  { name: 'tiers.none.survives', kind: 'count' },
  { name: 'tiers.phone.price', kind: 'money' },
  { name: 'tiers.phone.survives', kind: 'count' },
  { name: 'tiers.card.price', kind: 'money' },
  { name: 'tiers.card.survives', kind: 'count' },
  { name: 'tiers.identity.price', kind: 'money' },
  { name: 'tiers.identity.survives', kind: 'count' },
  { name: 'days', kind: 'count' },
  { name: 'holdDays', kind: 'count' },
  { name: 'addressDays', kind: 'count' },
  { name: 'kappa', kind: 'factor' },
  { name: 'siteShare', kind: 'percent' },
  { name: 'readerShare.members', kind: 'percent', none: true },
] as const satisfies readonly { name: string; kind: Kind; none?: true }[];
export type RuleField = (typeof RULE_FIELDS)[number]['name'];

const PLACES: Readonly<Record<Exclude<Kind, 'unit'>, number>> = { percent: 4, factor: 4, points: 3, money: 6, count: 0 };
/** What is whole to a fraction's kind, in what is typed. */
const WHOLE: Readonly<Record<'percent' | 'factor', bigint>> = { percent: 100n, factor: 1n };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * The numbers of a proposed rule from what was typed into its form, by the names of `RULE_FIELDS`.
 * @throws Refused `invalid`, naming each field that is no number or outside its bounds
 */
export function numbersFrom(form: Readonly<Record<string, unknown>>): RuleNumbers {
  const fields: Record<string, string> = {};
  const numbers: Record<string, unknown> = { readerShare: {}, tiers: Object.fromEntries(TIERS.map((tier) => [tier, {}])) };
  for (const { name, kind, ...more } of RULE_FIELDS) {
    const text = String(form[name] ?? '').trim();
    const value = kind === 'unit' ? text : numberIn(text, kind, 'none' in more);
    if (value === undefined) fields[name] = text === '' ? 'required' : 'wrong';
    else put(numbers, name.split('.'), value);
  }
  if (Object.keys(fields).length > 0) throw new Refused('invalid', { fields });
  const parsed = ruleNumbers.safeParse(numbers);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const place = path.join('.');
    const name = RULE_FIELDS.find((field) => place === field.name || place.startsWith(`${field.name}.`))?.name ?? 'emission';
    fields[name] ??= /^[a-z-]+$/.test(message) ? message : 'wrong';
  }
  throw new Refused('invalid', { fields });
}

function numberIn(text: string, kind: Exclude<Kind, 'unit'>, none: boolean): unknown {
  const value = parseDecimal(text, PLACES[kind]);
  if (value === null) return undefined;
  if (kind === 'count') return text.length > 9 ? undefined : Number(value);
  if (kind === 'points' || kind === 'money') return String(value);
  if (none && value === 0n) return null;
  const whole = WHOLE[kind] * 10n ** BigInt(PLACES[kind]);
  const common = gcd(value, whole);
  return [String(value / common), String(whole / common)];
}

function put(into: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[first] = /^survives$/.test(first) ? String(value) : value;
  else put(into[first] as Record<string, unknown>, rest, value);
}

/** What a form shows of a rule: each number as it is typed. */
export function typedRule(numbers: RuleNumbers): Record<RuleField, string> {
  const stored = storedNumbers(numbers);
  const shown = {} as Record<RuleField, string>;
  for (const { name, kind } of RULE_FIELDS) {
    const value = name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], stored);
    shown[name] = kind === 'percent' || kind === 'factor' ? typedFraction(value as [string, string] | null, kind) : plain(value, kind);
  }
  return shown;
}

const plain = (value: unknown, kind: Kind): string =>
  kind === 'points' || kind === 'money' ? decimalOf(BigInt(String(value)), PLACES[kind]) : String(value);

function typedFraction(value: readonly [string, string] | null, kind: 'percent' | 'factor'): string {
  if (value === null) return '0';
  const [part, of] = value.map(BigInt) as unknown as Fraction;
  return decimalOf((part * WHOLE[kind] * 10n ** BigInt(PLACES[kind])) / of, PLACES[kind]);
}
