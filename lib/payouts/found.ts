/** How the ledger and a rail can disagree. */
export type FaultCode =
  /** Paid in the ledger, and the rail says it was not. */
  | 'not-on-chain'
  /** Handed over longer than a day ago, and nobody knows. */
  | 'open-too-long'
  /** The clearing is not what is on its way, or is not empty when nothing is. */
  | 'clearing'
  /** The settled payouts are not what the ledger paid. */
  | 'paid'
  /** Nothing is set aside for a payout that waits: its points can be taken twice. */
  | 'not-held'
  /** More left the treasury than was paid out. */
  | 'treasury'
  /** The rail did not answer, so this was not looked at. */
  | 'not-asked';

export interface Found {
  code: FaultCode;
  /** What it is about: an id, or two amounts. */
  what: string;
}
