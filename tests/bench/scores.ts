import { THRESHOLDS } from '@/lib/relevance/thresholds';
import { HOLD_AT } from '@/lib/screening/learned';

export interface Scored {
  /** Null is unknown: it holds nothing, and its odds are even. */
  probability: number | null;
  unwanted: boolean;
}

const UNKNOWN = 0.5;
/** A certainty that proves wrong costs much, not everything. */
const MOST_SURE = 1e-15;

/**
 * The area under the ROC curve: how often an unwanted comment is found likelier to be so than a wanted one, ties counting half,
 * by ranks (Mann and Whitney). Null when all are of one kind.
 */
export function areaUnderCurve(scored: readonly Scored[]): number | null {
  const sorted = scored.map(({ probability, unwanted }) => ({ score: probability ?? UNKNOWN, unwanted })).sort((a, b) => a.score - b.score);
  const unwanted = sorted.filter((one) => one.unwanted).length;
  const wanted = sorted.length - unwanted;
  if (unwanted === 0 || wanted === 0) return null;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to += 1;
    ranks += sorted.slice(from, to).filter((one) => one.unwanted).length * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (unwanted * (unwanted + 1)) / 2) / (unwanted * wanted);
}

/** Shares of 1, null where nothing is there to share; the loss in nats. */
export function atThreshold(scored: readonly Scored[], threshold: number) {
  const isHeld = ({ probability }: Scored) => probability !== null && probability >= threshold;
  const held = scored.filter(isHeld);
  const right = held.filter(({ unwanted }) => unwanted).length;
  const unwanted = scored.filter((one) => one.unwanted).length;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(right, held.length),
    recall: share(right, unwanted),
    accuracy: share(scored.filter((one) => isHeld(one) === one.unwanted).length, scored.length),
    logLoss: share(
      scored.reduce((total, one) => total + lossOf(one), 0),
      scored.length,
    ),
  };
}

/** From which probability on the site itself acts, and how well: each level that leaves out, and the hold for a moderator. */
export function asUsed(scored: readonly Scored[]) {
  const { light, standard, strict } = THRESHOLDS;
  const used = { light: light.unwanted, standard: standard.unwanted, strict: strict.unwanted, hold: HOLD_AT };
  const found = ([what, from]: [string, number]) => {
    const { precision, recall } = atThreshold(scored, from);
    return [what, { from, precision, recall }] as const;
  };
  return Object.fromEntries(Object.entries(used).map(found));
}

function lossOf({ probability, unwanted }: Scored): number {
  const sure = probability ?? UNKNOWN;
  return -Math.log(Math.max(MOST_SURE, unwanted ? sure : 1 - sure));
}
