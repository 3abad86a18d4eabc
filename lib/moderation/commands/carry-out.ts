import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { gathered } from '../schema';
import type { Outcome } from './decide';
import { decideMany } from './decide-many';
import { type Undone, undo } from './undo';

/** What became of one step, by the batch that it makes or takes back. */
export type CarriedOut = { do: 'decide'; batchId: string; outcomes: Outcome[] } | { do: 'undo'; batchId: string; undone: Undone[] };

/**
 * Decisions and their undoing in the order in which a desk gathered them, about 100 comments in all. The same steps sent again
 * come to the same: a batch decides about a comment once. To undo what never came to pass is nothing to do.
 */
export async function carryOut(member: Member, input: unknown): Promise<CarriedOut[]> {
  const { steps } = parse(gathered, input);
  const all: CarriedOut[] = [];
  for (const step of steps) {
    const { batchId } = step;
    if (step.do === 'decide') all.push({ do: 'decide', batchId, outcomes: await decideMany(member, step) });
    else all.push({ do: 'undo', batchId, undone: await undoIfMade(member, batchId) });
  }
  return all;
}

async function undoIfMade(member: Member, batchId: string): Promise<Undone[]> {
  try {
    return await undo(member, { batchId });
  } catch (error) {
    if (error instanceof Refused && error.reason === 'not-found') return [];
    throw error;
  }
}
