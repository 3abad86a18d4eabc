import type { Division } from './divide';
import type { Epoch } from './epoch';

/**
 * Whether a division holds: T5 (paid = min(pool, budgets)), nobody's cap is passed, and every sum is kept to the unit. `amounts` is
 * what each row brings its payee. @throws Error that says what does not hold; nothing may be paid by it then
 */
export function check(epoch: Epoch, division: Division, amounts: BigInt64Array): void {
  const { pool, budgets, from, seconds } = epoch;
  const { paid, carry, contributions, rewards, payees } = division;
  let all = 0n;
  for (const [reader, budget] of budgets.entries()) {
    const [first = 0, end = 0] = [from[reader], from[reader + 1]];
    const moved = contributions[reader] ?? 0n;
    const reads = seconds.subarray(first, end).some((one) => one > 0n);
    if (reads) all += budget;
    if (moved < 0n || moved > budget || (!reads && moved !== 0n)) throw new Error(`reader ${epoch.readers[reader]} passes their cap`);
    const told = (rewards[reader] ?? 0n) + sum(amounts.subarray(first, end));
    if (told !== moved) throw new Error(`what reader ${epoch.readers[reader]} moves does not sum up`);
  }
  if (paid !== (all < pool ? all : pool) || carry !== pool - paid) throw new Error('T5 does not hold: paid is not min(pool, budgets)');
  if (sum(contributions) !== paid) throw new Error('what readers move is not what is paid');
  if (sum(payees) + sum(rewards) !== paid) throw new Error('what people get is not what is paid');
  // Looked at where they are: twenty million rows in one list would be a gigabyte.
  if ([amounts, payees, rewards].some((of) => of.some((one) => one < 0n))) throw new Error('somebody gets less than nothing');
}

function sum(amounts: Iterable<bigint>): bigint {
  let all = 0n;
  for (const one of amounts) all += one;
  return all;
}
