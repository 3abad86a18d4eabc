/** The ways of paying out that there are. */
export const RAILS = ['manual', 'solana'] as const;
export type RailName = (typeof RAILS)[number];
export const isRail = (name: string): name is RailName => (RAILS as readonly string[]).includes(name);

/** Stands for all countries, in the place of theirs. */
export const EVERY_COUNTRY = '*';

/** What the operator set for a rail. */
export interface Setting {
  id: string;
  rail: RailName;
  on: boolean;
  unit: string;
  decimals: number;
  /** Smallest units that 1,000 points are worth. */
  worth: bigint;
  /** Thousandths of a point. */
  minimum: bigint;
  /** Smallest units in one day. */
  dailyCap: bigint;
  identity: boolean;
  taxForm: boolean;
  /** Two letters each; `*` for every country. */
  countries: string[];
  firstLooked: boolean;
  createdAt: Date;
}
