import { z } from 'zod';
import type { Fraction, RuleNumbers } from './rule';

const OUT = 'out-of-bounds';
const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,17})$/, 'wrong')
  .transform(BigInt);
const within = (least: bigint, most: bigint) => whole.refine((value) => value >= least && value <= most, OUT);
const count = (least: number, most: number) => z.int('wrong').min(least, OUT).max(most, OUT);

/** A fraction with `holds` for its value, given as numerator and denominator. */
const fraction = (holds: (part: bigint, whole: bigint) => boolean) =>
  z
    .tuple([whole, whole])
    .refine(([part, of]) => of > 0n && of <= 10n ** 9n && holds(part, of), OUT)
    .transform(([part, of]): Fraction => [part, of]);
const belowOne = fraction((part, of) => part < of);

/** Prices up to 10⁶ and an emission up to 10⁹ keep every sum of an epoch, and of years of carrying on, far below 2⁶³. */
const price = within(0n, 10n ** 12n);
const forging = z.strictObject({ price, survives: within(1n, 520n) });

/** Days. Beats are kept for one that is no longer, until its last line can be disputed no more (`KEPT_DAYS`). */
export const LONGEST_EPOCH = 7;

/** What a rule may say, as it lies in the database: whole numbers as strings, fractions as two of them. */
export const ruleNumbers = z
  .strictObject({
    kappa: fraction((part, of) => part >= of && part <= 10n * of),
    margin: belowOne,
    siteShare: belowOne,
    readerShare: z.strictObject({ points: belowOne.nullable(), members: belowOne.nullable() }),
    quarantine: belowOne,
    emission: within(0n, 10n ** 12n),
    pointValue: within(1n, 10n ** 12n),
    unit: z.string().regex(/^[A-Z]{3}$/, 'wrong'),
    tiers: z.strictObject({ none: forging, phone: forging, card: forging, identity: forging }),
    days: count(1, LONGEST_EPOCH),
    holdDays: count(0, 180),
    addressDays: count(0, 365),
  })
  .superRefine(({ tiers: { none, phone, card, identity } }, context) => {
    const table = [
      ['phone', none, phone],
      ['card', phone, card],
      ['identity', card, identity],
    ] as const;
    // What proves more is never worth less, or nobody would show it.
    for (const [tier, less, more] of table)
      if (less.survives > 0n && more.survives > 0n && more.price * less.survives < less.price * more.survives)
        context.addIssue({ code: 'custom', path: ['tiers', tier, 'price'], message: 'less-than-before' });
  }) satisfies z.ZodType<RuleNumbers>;

type Stored = string | number | null | readonly Stored[] | { [key: string]: Stored };

/** The same numbers as `ruleNumbers` takes them. */
export const storedNumbers = (numbers: RuleNumbers): { [key: string]: Stored } =>
  JSON.parse(
    JSON.stringify(numbers, (key, value: unknown) => (typeof value === 'bigint' ? String(value) : isRowOnly(key) ? undefined : value)),
  );

const isRowOnly = (key: string): boolean => key === 'version' || key === 'from';
