/** Why a rail does not carry something out. */
export type Refusal =
  /** The treasury has too few tokens, or no money for fees. */
  | 'treasury-short'
  | 'no-fees'
  /** Whoever issues the token has frozen the treasury's account. */
  | 'treasury-frozen'
  /** The key is not the one that may move the treasury's tokens. */
  | 'foreign-authority'
  /** The token has other digits than the operator set. */
  | 'wrong-decimals'
  /** The destination itself cannot take it: frozen, or no wallet. */
  | 'destination-refuses'
  /** It was written down under a secret that the site has no more: its person writes it again. */
  | 'destination-unreadable'
  /** It was opened at the treasury's cost before, and closed since: who closes it keeps that money, each time anew. */
  | 'account-closed'
  /** Made with a block that is too old, or something changed meanwhile: it is made anew when it can certainly not land any more. */
  | 'stale'
  /** Anything else. */
  | 'refused';

/** Refusals after which a rail sends nothing more until a person has looked. */
export const STOPS: readonly Refusal[] = ['treasury-short', 'treasury-frozen', 'no-fees', 'foreign-authority', 'wrong-decimals', 'refused'];

/** What is to be paid: so many smallest units, to there. */
export interface Payable {
  id: string;
  units: bigint;
  destination: string;
  /** Something was paid there before that opened an account for it. */
  opened: boolean;
}

/** One sending, made and not sent. */
export interface Prepared {
  /** What the rail will call it. Known before anything is sent. */
  externalId: string;
  /** The bytes, in base64. */
  payload: string;
  lastHeight: bigint | null;
  slot: bigint | null;
  /** The payouts in it, in its order; the first few of those that were offered. */
  items: { payoutId: string; opens: boolean }[];
}

export interface Submitted extends Prepared {
  id: string;
  refusal: string | null;
}

/** Refused, and because of which payout where it is because of one. */
export interface Refused {
  refusal: Refusal;
  payoutId: string | null;
}

export type RailStatus =
  /** Nothing is known for certain, however long it has been. */
  | { kind: 'unknown' }
  | { kind: 'settled' }
  /** It was carried out as a failure: it paid nobody and never will. */
  | { kind: 'refused'; why: Refused }
  /** It did not happen and cannot any more. */
  | { kind: 'expired' };

/** A way of paying out. `prepare` and `status` change nothing anywhere; the same `send` again pays nothing twice. */
export interface Rail {
  /** Makes one sending of the first few of these. @returns why none can be made now, otherwise; of one of them only where it is named */
  prepare(payables: readonly Payable[], decimals: number): Promise<Prepared | Refused>;
  /** Sends; null when it was taken. A refusal decides nothing: an earlier sending of the same may have landed. */
  send(submitted: Submitted): Promise<Refused | null>;
  status(submitted: Submitted): Promise<RailStatus>;
  /** What is there to pay with, in smallest units; null where nobody can be asked. */
  treasury(): Promise<bigint | null>;
}

/** `code` or `code:payout`, as it is kept. */
export const writtenRefusal = ({ refusal, payoutId }: Refused): string => (payoutId ? `${refusal}:${payoutId}` : refusal);

export function readRefusal(text: string | null): Refused | null {
  if (text === null) return null;
  const [refusal, payoutId] = text.split(':') as [Refusal, string | undefined];
  return { refusal, payoutId: payoutId ?? null };
}
