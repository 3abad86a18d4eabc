import type { Refused } from '../rail';
import type { ChainError } from './chain';
import { transferAt } from './transaction-places';

interface Item {
  payoutId: string;
  opens: boolean;
}

/** Refusals of the token program by their number; see its `error.rs`. */
const TOKEN = { insufficientFunds: 1, mintMismatch: 3, ownerMismatch: 4, accountFrozen: 17, decimalsMismatch: 18 } as const;

/** What an error of the chain means for a transaction of these payouts; null where it means that it is there already. */
export function refusalOf({ code, instruction, custom }: ChainError, items: readonly Item[]): Refused | null {
  const whole = (refusal: Refused['refusal']): Refused => ({ refusal, payoutId: null });
  if (code === 'AlreadyProcessed') return null;
  if (code === 'BlockhashNotFound') return whole('stale');
  if (/^(InsufficientFundsForFee|InsufficientFundsForRent|AccountNotFound|InvalidAccountForFee)$/.test(code)) return whole('no-fees');
  if (instruction === null) return whole('refused');
  const place = transferAt(items, instruction);
  if (!place) return whole('refused');
  const one = { refusal: 'destination-refuses', payoutId: items[place.nth]?.payoutId ?? null } as const;
  // The system program has a 1 of its own: too little money to open an account.
  if (place.part === 'open') return custom === 1 ? whole('no-fees') : one;
  if (custom === TOKEN.insufficientFunds) return whole('treasury-short');
  if (custom === TOKEN.ownerMismatch) return whole('foreign-authority');
  if (custom === TOKEN.decimalsMismatch) return whole('wrong-decimals');
  if (custom === TOKEN.accountFrozen || custom === TOKEN.mintMismatch) return one;
  // The account it goes to was closed after it had been looked at.
  if (code === 'InvalidAccountData' || code === 'UninitializedAccount') return whole('stale');
  return whole('refused');
}
