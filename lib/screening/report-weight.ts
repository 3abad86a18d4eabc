import { type TrustLevel, UNLOCKS } from './trust';

export interface ReportRecord {
  upheld: number;
  dismissed: number;
  /** Dismissed as sent to harm; not counted in `dismissed`. */
  abusive: number;
}

const FLOOR = 0.1;
/** Two reports at the ceiling weigh less than three of people of no record but some trust: nobody hides a comment alone. */
const CEILING = 1;
const ABUSE_COUNTS_AS = 4;

/**
 * What a report weighs by its sender's record, 0.1 to 1; someone known without a record weighs 0.5. The mean of a Beta
 * distribution that began at Beta(2, 2), (upheld + 2) / (upheld + dismissed + 4), which is the centre of the interval of
 * A. Agresti and B. A. Coull (1998); times the weight of the person's trust level.
 */
export function reportWeight({ upheld, dismissed, abusive }: ReportRecord, level: TrustLevel): number {
  const mean = (upheld + 2) / (upheld + dismissed + ABUSE_COUNTS_AS * abusive + 4);
  return Math.min(CEILING, Math.max(FLOOR, mean * UNLOCKS[level].reportWeight));
}
