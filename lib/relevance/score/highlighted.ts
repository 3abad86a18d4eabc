import type { ScoreRule } from '../rule';

export const highlighted: ScoreRule = { stage: 'score', name: 'highlighted', points: (comment) => (comment.highlighted ? 0.2 : 0) };
