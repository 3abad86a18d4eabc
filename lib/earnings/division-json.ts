import { z } from 'zod';
import type { Division } from './divide';
import { type Epoch, packEpoch } from './epoch';

const LARGEST = 2n ** 63n - 1n;
const amount = z
  .string({ error: 'must be a string of decimal digits' })
  .regex(/^(0|[1-9]\d{0,18})$/, 'must be a whole number in decimal digits, without sign or leading zeros')
  .transform((text) => BigInt(text))
  .refine((value) => value <= LARGEST, `must be at most ${LARGEST}`);
// Ties go by the order of ids, so that order must be the same everywhere.
const id = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'an id is 1 to 200 printable ASCII characters without spaces');

const reader = z.strictObject({ id, budget: amount, weights: z.record(id, amount) });

const input = z.strictObject({
  pool: amount,
  readers: z.array(reader).max(5_000_000),
  readerShare: z
    .tuple([amount, amount])
    .refine(([part, whole]) => whole > 0n && part <= whole, 'must be a fraction from 0 to 1')
    .optional(),
});

/** What is wrong with an input, one line for each fault. */
export class WrongInput extends Error {}

const faultLine = ({ path, message, ...issue }: z.core.$ZodIssue): string => {
  const inside = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined;
  return `${path.join('.') || 'the input'}: ${inside ?? message}`;
};

/**
 * The epoch that a published input tells of: `{"pool", "readers": [{"id", "budget", "weights": {payee: seconds}}], "readerShare"?}`
 * with amounts as decimal strings. The order of readers and payees in it does not matter. @throws WrongInput
 */
export function epochFrom(json: string): Epoch {
  let read: unknown;
  try {
    read = JSON.parse(json, (key, value: unknown) => {
      // An object would take it for something else than a name, and what belongs to it would be gone.
      if (key === '__proto__') throw new Error('no id may be __proto__');
      return value;
    });
  } catch (error) {
    throw new WrongInput(`not JSON: ${(error as Error).message}`);
  }
  const parsed = input.safeParse(read);
  if (!parsed.success) throw new WrongInput(parsed.error.issues.map(faultLine).join('\n'));
  const { pool, readers, readerShare = null } = parsed.data;
  const ids = readers.map((one) => one.id).sort();
  const twice = ids.find((one, place) => one === ids[place - 1]);
  if (twice) throw new WrongInput(`readers: ${twice} is there twice`);
  return packEpoch({ pool, readerShare, readers: readers.map(({ weights, ...rest }) => ({ ...rest, weights: Object.entries(weights) })) });
}

/** The division as published, one line of JSON in one form only: keys in a fixed order, ids in ASCII order, so that its hash can be checked. */
export function divisionJson(epoch: Epoch, { paid, carry, gamma, contributions, rewards, payees }: Division): string {
  const object = (ids: readonly string[], amounts: BigInt64Array) =>
    `{${ids.map((one, place) => `${JSON.stringify(one)}:"${amounts[place]}"`).join(',')}}`;
  const parts = [
    `"paid":"${paid}"`,
    `"carry":"${carry}"`,
    `"gamma":${gamma ? `["${gamma[0]}","${gamma[1]}"]` : 'null'}`,
    `"contributions":${object(epoch.readers, contributions)}`,
    `"payees":${object(epoch.payees, payees)}`,
    ...(epoch.readerShare ? [`"rewards":${object(epoch.readers, rewards)}`] : []),
  ];
  return `{${parts.join(',')}}`;
}
