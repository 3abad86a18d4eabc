import type { Example } from './example';
import { type Features, featuresOf } from './features';
import { BUCKETS } from './hashing';
import { chance, type Sure, surer, UNTRIED } from './sure';

/** Raised whenever the same decisions would give other weights: a model of another version is made anew from the decisions. */
export const MODEL_VERSION = 2;

/** Decisions of each kind in a language before anything is said of a comment in it. */
export const FEWEST_OF_EACH = 50;

// Of FTRL-Proximal: the size of the first steps, how soon they shrink, and the pull towards nought.
const ALPHA = 0.6;
const BETA = 0.1;
const PULL = 1;
/** How much the counted evidence of a feature adds to its learned weight. */
const EVIDENCE = 0.3;
/** What is rare is learned from with more force, but not as if it were common: a probability stays one. */
const MOST_FORCE = 3;
/** Over how many of its own occurrences a weight is averaged. */
const STEADY = 300;

export interface Seen {
  wanted: number;
  unwanted: number;
}

/** Everything learned. Weights are kept in 32 bits, so that what is stored and read back is what was learned. */
export interface Model {
  version: number;
  /** FTRL's sums of gradients and of their squares, by bucket. */
  pull: Float32Array;
  squares: Float32Array;
  /** The weight of each bucket, averaged over its occurrences. */
  steady: Float32Array;
  /** In how many wanted and unwanted comments each bucket occurred. */
  wanted: Uint32Array;
  unwanted: Uint32Array;
  /** The sums of the two above, of what is said in the text alone. */
  said: Seen;
  sure: Sure;
  /** Decisions by language. */
  seen: Map<string, Seen>;
}

export const emptyModel = (): Model => ({
  version: MODEL_VERSION,
  pull: new Float32Array(BUCKETS),
  squares: new Float32Array(BUCKETS),
  steady: new Float32Array(BUCKETS),
  wanted: new Uint32Array(BUCKETS),
  unwanted: new Uint32Array(BUCKETS),
  said: { wanted: 0, unwanted: 0 },
  sure: UNTRIED,
  seen: new Map(),
});

/** Whether enough was decided in this language, of each kind, for the filter to say anything. */
export function knows(model: Model, language: string): boolean {
  const { wanted, unwanted } = model.seen.get(language) ?? { wanted: 0, unwanted: 0 };
  return Math.min(wanted, unwanted) >= FEWEST_OF_EACH;
}

/** How likely a moderator finds this comment unwanted, 0 to 1; null until enough was decided in its language. */
export function probability(model: Model, example: Example): number | null {
  if (!knows(model, example.language)) return null;
  return chance(sum(contributions(model, featuresOf(example))));
}

/**
 * What each feature adds to the log odds that a comment is unwanted, in the order of the features: its learned weight, and for what
 * is said in the text the log ratio of how often either kind says it, as in S. Wang and C. Manning, 2012. The weight is averaged
 * (B. Polyak and A. Juditsky, 1992), so that a queue cleared of one kind in a row does not sway every verdict after it. All of it is
 * stretched by how sure the filter may be.
 */
export const contributions = (model: Model, features: Features): Float64Array =>
  steadily(model, features).map((part) => part * model.sure.slope);

const steadily = (model: Model, features: Features): Float64Array => added(model, features, (bucket) => model.steady[bucket] ?? 0);

function added(model: Model, { buckets, values, said }: Features, weight: (bucket: number) => number): Float64Array {
  const parts = new Float64Array(buckets.length);
  buckets.forEach((bucket, at) => {
    const value = values[at] ?? 0;
    parts[at] = value * weight(bucket) + (at < said ? Math.abs(value) * EVIDENCE * logRatio(model, bucket) : 0);
  });
  return parts;
}

export const sum = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number, 0);

/** Learns one decision. In the same order, the same decisions give the same model to the bit. Changes `model`. */
export function learn(model: Model, example: Example, unwanted: boolean): void {
  const features = featuresOf(example);
  if (knows(model, example.language)) model.sure = surer(model.sure, sum(steadily(model, features)), unwanted);
  const found = chance(sum(added(model, features, (bucket) => weightOf(model, bucket))));
  descend(model, features, (found - (unwanted ? 1 : 0)) * force(model, unwanted));
  const kind = unwanted ? 'unwanted' : 'wanted';
  for (const bucket of features.buckets) {
    model[kind][bucket] = (model[kind][bucket] ?? 0) + 1;
    average(model, bucket);
  }
  model.said[kind] += features.said;
  const seen = model.seen.get(example.language) ?? { wanted: 0, unwanted: 0 };
  model.seen.set(example.language, { ...seen, [kind]: seen[kind] + 1 });
}

function average(model: Model, bucket: number): void {
  const times = (model.wanted[bucket] ?? 0) + (model.unwanted[bucket] ?? 0);
  const before = model.steady[bucket] ?? 0;
  model.steady[bucket] = before + (weightOf(model, bucket) - before) / Math.min(STEADY, times);
}

/** One step of FTRL-Proximal with a step size for each coordinate (H. B. McMahan et al., 2013, algorithm 1, without its L1 part). */
function descend(model: Model, { buckets, values }: Features, miss: number): void {
  const { pull, squares } = model;
  buckets.forEach((bucket, at) => {
    const gradient = miss * (values[at] ?? 0);
    const before = squares[bucket] ?? 0;
    const after = before + gradient * gradient;
    const slower = (Math.sqrt(after) - Math.sqrt(before)) / ALPHA;
    pull[bucket] = (pull[bucket] ?? 0) + gradient - slower * weightOf(model, bucket);
    squares[bucket] = after;
  });
}

const weightOf = ({ pull, squares }: Model, bucket: number): number =>
  -(pull[bucket] ?? 0) / ((BETA + Math.sqrt(squares[bucket] ?? 0)) / ALPHA + PULL);

/** Counted as if either kind had said equally much: otherwise every word of a longer text would speak for whoever writes at length. */
function logRatio({ wanted, unwanted, said }: Model, bucket: number): number {
  const even = (said.wanted + said.unwanted) / 2;
  const scaled = (count: number, all: number) => (all === 0 ? 0 : (count * even) / all);
  return Math.log((scaled(unwanted[bucket] ?? 0, said.unwanted) + 1) / (scaled(wanted[bucket] ?? 0, said.wanted) + 1));
}

function force(model: Model, unwanted: boolean): number {
  let own = 0;
  let other = 0;
  for (const seen of model.seen.values()) {
    own += unwanted ? seen.unwanted : seen.wanted;
    other += unwanted ? seen.wanted : seen.unwanted;
  }
  return Math.min(MOST_FORCE, Math.max(1, Math.sqrt((other + 1) / (own + 1))));
}
