import type { ScoreRule } from '../rule';
import { standing } from '../standing';

/** 0 to 1. */
export const vouched: ScoreRule = { stage: 'score', name: 'vouched', points: standing };
