import { chosen } from './eligible/chosen';
import { exempt } from './eligible/exempt';
import { liked } from './eligible/liked';
import { smallThread } from './eligible/small-thread';
import { switchedOff } from './eligible/switched-off';
import { unwanted } from './eligible/unwanted';
import { votedDown } from './eligible/voted-down';
import { higherScore } from './place/higher-score';
import { lowerId } from './place/lower-id';
import { pinnedFirst } from './place/pinned-first';
import { shareForNew } from './place/share-for-new';
import type { EligibleRule, PlaceRule, RelevanceRule, ScoreRule } from './rule';
import { highlighted } from './score/highlighted';
import { likelyUnwanted } from './score/likely-unwanted';
import { vouched } from './score/vouched';
import { writerReplied } from './score/writer-replied';

/** The order is the policy: what is eligible, what it scores, where it stands. Another order is another *Most relevant*. */
export const RULES: readonly RelevanceRule[] = [
  switchedOff,
  smallThread,
  exempt,
  chosen,
  votedDown,
  liked,
  unwanted,
  vouched,
  likelyUnwanted,
  writerReplied,
  highlighted,
  pinnedFirst,
  higherScore,
  lowerId,
  shareForNew,
];

const of = <S extends RelevanceRule['stage']>(stage: S) =>
  RULES.filter((rule): rule is Extract<RelevanceRule, { stage: S }> => rule.stage === stage);

export const ELIGIBLE: readonly EligibleRule[] = of('eligible');
export const SCORE: readonly ScoreRule[] = of('score');
export const PLACE: readonly PlaceRule[] = of('place');
