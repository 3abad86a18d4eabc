import type { ScoreRule } from '../rule';

/** What being surely unwanted takes away; half as sure takes half. */
const SURELY = 0.5;

export const likelyUnwanted: ScoreRule = { stage: 'score', name: 'likely-unwanted', points: ({ unwanted }) => -SURELY * (unwanted ?? 0) };
