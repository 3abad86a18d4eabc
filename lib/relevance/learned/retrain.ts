import type { Example } from './example';
import { emptyModel, learn, type Model } from './model';

/** What a moderator decided, with the comment as it was then. */
export interface Decision extends Example {
  commentId: string;
  moderatorId: string;
  /** Null for what is neither wanted nor not, of which nothing is learned. */
  unwanted: boolean | null;
}

/**
 * The model of these decisions, in their order, of several about one comment of the last, as if the moderators in `without` had never
 * decided. It is the model that learning them one by one made.
 */
export function retrain(decisions: Iterable<Decision>, without: ReadonlySet<string> = new Set()): Model {
  const model = emptyModel();
  const counted = [...decisions].filter(({ moderatorId }) => !without.has(moderatorId));
  const last = new Map(counted.map((decision) => [decision.commentId, decision]));
  for (const decision of counted)
    if (last.get(decision.commentId) === decision && decision.unwanted !== null) learn(model, decision, decision.unwanted);
  return model;
}
