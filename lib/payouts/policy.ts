import { unitsOf } from './amount';
import { EVERY_COUNTRY, type Setting } from './setting';

const HOUR = 3_600_000;
/** That a destination somebody else slipped in is noticed before anything goes there. */
export const COOL_OFF = 72 * HOUR;
export const ONCE_IN = 7 * 24 * HOUR;

/** What is known of somebody who would be paid. */
export interface PayoutFacts {
  now: Date;
  setting: Setting | null;
  /** The destination that holds now. */
  destination: { usableFrom: Date } | null;
  /** A proof of identity, looked at by an admin. */
  identified: boolean;
  taxForm: boolean;
  country: string | null;
  banned: boolean;
  /** Thousandths of a point that may be spent. */
  available: bigint;
  /** A payout that is still on its way. */
  open: boolean;
  /** When the last payout was asked for that was not taken back and did not fail. */
  lastAt: Date | null;
}

/** Of it what can change while a payout waits. */
export type LastingFacts = Pick<PayoutFacts, 'setting' | 'identified' | 'taxForm' | 'country' | 'banned'>;

export type Gate =
  | 'rail'
  | 'destination'
  | 'cool-off'
  | 'identity'
  | 'tax-form'
  | 'country'
  | 'standing'
  | 'one-open'
  | 'one-a-week'
  | 'minimum';

const railIsOn = ({ setting }: PayoutFacts): boolean => setting?.on === true;
const hasDestination = ({ destination }: PayoutFacts): boolean => destination !== null;
const hasCooledOff = ({ destination, now }: PayoutFacts): boolean => destination !== null && destination.usableFrom <= now;
const isIdentified = ({ setting, identified }: LastingFacts): boolean => !setting?.identity || identified;
const hasTaxForm = ({ setting, taxForm }: LastingFacts): boolean => !setting?.taxForm || taxForm;
const countryIsServed = ({ setting, country }: LastingFacts): boolean =>
  !setting || setting.countries.includes(EVERY_COUNTRY) || (country !== null && setting.countries.includes(country));
const isInGoodStanding = ({ banned }: LastingFacts): boolean => !banned;
const hasNoneOpen = ({ open }: PayoutFacts): boolean => !open;
const isAWeekLater = ({ lastAt, now }: PayoutFacts): boolean => lastAt === null || now.getTime() - lastAt.getTime() >= ONCE_IN;
const hasTheMinimum = ({ setting, available }: PayoutFacts): boolean => available >= (setting?.minimum ?? 0n);

const GATES: Readonly<Record<Gate, (facts: PayoutFacts) => boolean>> = {
  rail: railIsOn,
  destination: hasDestination,
  'cool-off': hasCooledOff,
  identity: isIdentified,
  'tax-form': hasTaxForm,
  country: countryIsServed,
  standing: isInGoodStanding,
  'one-open': hasNoneOpen,
  'one-a-week': isAWeekLater,
  minimum: hasTheMinimum,
};

/** What must hold of a person not when they ask alone, but when their payout goes out. */
const LASTING = { identity: isIdentified, 'tax-form': hasTaxForm, country: countryIsServed, standing: isInGoodStanding } as const;

/** Whether one of the gates that must stay open has closed. */
export const hasClosed = (facts: LastingFacts): boolean =>
  (Object.keys(LASTING) as (keyof typeof LASTING)[]).some((gate) => isAsked(gate, facts) && !LASTING[gate](facts));

/** Whether the operator asks for what a gate looks at. */
function isAsked(gate: Gate, { setting }: Pick<PayoutFacts, 'setting'>): boolean {
  if (gate === 'identity') return setting?.identity === true;
  if (gate === 'tax-form') return setting?.taxForm === true;
  return gate !== 'country' || (setting !== null && !setting.countries.includes(EVERY_COUNTRY));
}

/** Every gate that there is for somebody, in the order in which people go through them, and whether it is open. */
export const gatesOf = (facts: PayoutFacts): { gate: Gate; met: boolean }[] =>
  (Object.keys(GATES) as Gate[]).filter((gate) => isAsked(gate, facts)).map((gate) => ({ gate, met: GATES[gate](facts) }));

export type AmountFault = 'payout-too-little' | 'payout-too-much' | 'payout-over-the-day';

/** What is wrong with an amount, in thousandths of a point; null when nothing is. */
export function amountFault(points: bigint, { setting, available }: Pick<PayoutFacts, 'setting' | 'available'>): AmountFault | null {
  if (!setting || points < setting.minimum || unitsOf(points, setting.worth) <= 0n) return 'payout-too-little';
  if (points > available) return 'payout-too-much';
  return unitsOf(points, setting.worth) > setting.dailyCap ? 'payout-over-the-day' : null;
}

/** Whether somebody's payout waits for a person: the operator wants to see the first one of each. */
export const needsLook = (setting: Setting, paidBefore: boolean): boolean => setting.firstLooked && !paidBefore;
