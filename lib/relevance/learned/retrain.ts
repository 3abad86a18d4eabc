import type { Example } from './example';
import { emptyModel, learn, type Model } from './model';

/** What a moderator decided, with the comment as it was then. */
export interface Decision extends Example {
  moderatorId: string;
  unwanted: boolean;
}

/**
 * The model of these decisions, in their order, as if the moderators in `without` had never decided. It is the model that learning
 * them one by one made.
 */
export function retrain(decisions: Iterable<Decision>, without: ReadonlySet<string> = new Set()): Model {
  const model = emptyModel();
  for (const decision of decisions) if (!without.has(decision.moderatorId)) learn(model, decision, decision.unwanted);
  return model;
}
