import type { PlaceRule } from '../rule';

export const higherScore: PlaceRule = { stage: 'place', name: 'higher-score', compare: (a, b) => b.score - a.score };
