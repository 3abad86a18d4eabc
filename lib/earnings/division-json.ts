import type { Division } from './divide';
import type { Epoch } from './epoch';

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
