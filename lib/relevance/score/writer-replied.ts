import type { ScoreRule } from '../rule';

export const writerReplied: ScoreRule = { stage: 'score', name: 'writer-replied', points: (comment) => (comment.writerReplied ? 0.1 : 0) };
