/** How far the log odds are stretched, and how much has been seen of how far they should be. In 32 bits, as they are stored. */
export interface Sure {
  slope: number;
  evidence: number;
}

export const UNTRIED: Sure = { slope: 1, evidence: 0 };

/** What it is worth that nothing was seen yet, as evidence for a slope of one. */
const PRIOR = 5;
const LEAST = 0.5;
const MOST = 4;
/** Odds beyond this say no more of the slope. */
const FARTHEST = 8;

export const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/**
 * Learns from the odds that a comment was found to have, before its decision was learned, how sure they should have been: a filter that
 * has seen little is right more often than it dares to say. The slope of J. Platt's scaling (1999), by one step of Newton's method for
 * each decision. Without his offset: a queue cleared of one kind in a row would shift every verdict after it.
 */
export function surer({ slope, evidence }: Sure, logOdds: number, unwanted: boolean): Sure {
  const far = between(-FARTHEST, logOdds, FARTHEST);
  const found = chance(slope * far);
  const seen = Math.fround(evidence + found * (1 - found) * far * far);
  const miss = found - (unwanted ? 1 : 0);
  return { slope: Math.fround(between(LEAST, slope - (miss * far) / (PRIOR + seen), MOST)), evidence: seen };
}

const between = (least: number, number: number, most: number): number => Math.min(most, Math.max(least, number));
