/** One line of the ledger as a statement needs it. */
export interface Booked {
  tx: string;
  kind: string;
  at: Date;
  /** The account's code; what is within the hold ends in `:pending`. */
  account: string;
  amount: bigint;
}

export const MOVEMENTS = ['allocation', 'release', 'claw-back', 'restoration', 'correction', 'payout', 'payout-back'] as const;
export type MovementKind = (typeof MOVEMENTS)[number] | 'other';

/** What one transaction of the ledger did to somebody, in thousandths of a point. */
export interface Movement {
  tx: string;
  kind: MovementKind;
  /** What the ledger calls it. */
  name: string;
  /** Of a claw-back: why. */
  reason: string | null;
  /** The week that it is of; null where that is not known. */
  epoch: number | null;
  at: Date;
  pending: bigint;
  available: bigint;
}

/** What each transaction did, in their order. `epochs` says which week a transaction is of. */
export function movementsOf(entries: readonly Booked[], epochs: ReadonlyMap<string, number>): Movement[] {
  const movements = new Map<string, Movement>();
  for (const { tx, kind: name, at, account, amount } of entries) {
    const [first = '', reason = null] = name.split(': ');
    const kind = MOVEMENTS.find((one) => one === first) ?? 'other';
    const movement = movements.get(tx) ?? { tx, kind, name, reason, epoch: epochs.get(tx) ?? null, at, pending: 0n, available: 0n };
    if (account.endsWith(':pending')) movement.pending += amount;
    else movement.available += amount;
    movements.set(tx, movement);
  }
  return [...movements.values()];
}

interface Purse {
  pending: bigint;
  available: bigint;
}

export interface Stated {
  epoch: number;
  opening: Purse;
  closing: Purse;
  read: readonly { reward: bigint }[];
  written: readonly { amount: bigint }[];
  movements: readonly Movement[];
}

/** A statement's columns of figures, pending and available together. */
export interface Sheet {
  opening: bigint;
  /** What the week's posts and one's own reading brought, line by line on the statement. */
  earned: bigint;
  /** It is in the ledger; until then it is not in the closing balance. */
  booked: boolean;
  /** What else the ledger did from this division to the next. */
  others: Movement[];
  closing: bigint;
}

/** `opening + earned (once booked) + others = closing`, to the unit. */
export function sheetOf({ epoch, opening, closing, read, written, movements }: Stated): Sheet {
  const earned = read.reduce((all, { reward }) => all + reward, 0n) + written.reduce((all, { amount }) => all + amount, 0n);
  const own = (one: Movement) => one.kind === 'allocation' && one.epoch === epoch;
  return {
    opening: opening.pending + opening.available,
    earned,
    booked: earned === 0n || movements.some(own),
    others: movements.filter((one) => !own(one)),
    closing: closing.pending + closing.available,
  };
}
