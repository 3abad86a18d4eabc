import type { PlaceRule, Ranked } from '../rule';

export const byId = (a: Ranked, b: Ranked): number => (a.comment.id < b.comment.id ? -1 : a.comment.id > b.comment.id ? 1 : 0);

/** No two share one, so that the order is total. */
export const lowerId: PlaceRule = { stage: 'place', name: 'lower-id', compare: byId };
