import type { Example } from './example';
import { type FeatureName, featuresOf } from './features';
import { contributions, type Model, sum } from './model';

export interface Reason extends FeatureName {
  /** To the log odds: above nought it speaks for unwanted, below for wanted. */
  contribution: number;
}

export interface Explanation {
  /** Of being unwanted, whether or not enough was decided to act on it. All reasons together make it. */
  logOdds: number;
  /** The strongest first, either way. */
  reasons: Reason[];
}

/**
 * Why the filter finds what it finds in a comment: its strongest words, pairs, hosts and signals. A word answers for the letters
 * within it. Of features that share a bucket, each is shown with the weight of all.
 */
export function explain(model: Model, example: Example, most = Number.POSITIVE_INFINITY): Explanation {
  const features = featuresOf(example);
  const added = contributions(model, features);
  const reasons = new Map<string, Reason>();
  features.names.forEach(({ kind, text }, at) => {
    const reason = reasons.get(`${kind} ${text}`) ?? { kind, text, contribution: 0 };
    reasons.set(`${kind} ${text}`, { ...reason, contribution: reason.contribution + (added[at] ?? 0) });
  });
  const strongest = [...reasons.values()].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  return { logOdds: sum(added), reasons: strongest.slice(0, most) };
}
