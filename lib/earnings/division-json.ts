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

/** Amounts by name, in ASCII order of the names. */
export type Amounts = AsyncIterable<readonly [id: string, amount: bigint]> | Iterable<readonly [id: string, amount: bigint]>;

export interface Output {
  contributions: Amounts;
  payees: Amounts;
  /** Null where the epoch has no readers' part. */
  rewards: Amounts | null;
}

type Head = Pick<Division, 'paid' | 'carry' | 'gamma'>;

/** A division as it is published, one line of JSON in one form only, so that its hash can be checked: keys in a fixed order, ids in theirs. */
export async function* outputPieces({ paid, carry, gamma }: Head, { contributions, payees, rewards }: Output): AsyncGenerator<string> {
  yield `{"paid":"${paid}","carry":"${carry}","gamma":${gamma ? `["${gamma[0]}","${gamma[1]}"]` : 'null'},"contributions":`;
  yield* objectOf(contributions);
  yield ',"payees":';
  yield* objectOf(payees);
  if (rewards) {
    yield ',"rewards":';
    yield* objectOf(rewards);
  }
  yield '}\n';
}

async function* objectOf(amounts: Amounts): AsyncGenerator<string> {
  yield '{';
  let comma = '';
  for await (const [id, amount] of amounts) {
    yield `${comma}${JSON.stringify(id)}:"${amount}"`;
    comma = ',';
  }
  yield '}';
}

/** What a division says of each. */
export function divisionOf(epoch: Epoch, { contributions, rewards, payees }: Division): Output {
  return {
    contributions: named(epoch.readers, contributions),
    payees: named(epoch.payees, payees),
    rewards: epoch.readerShare ? named(epoch.readers, rewards) : null,
  };
}

function* named(ids: readonly string[], amounts: BigInt64Array): Generator<readonly [string, bigint]> {
  for (const [place, id] of ids.entries()) yield [id, amounts[place] ?? 0n];
}
