import { z } from 'zod';
import { DISPUTE_REASONS, LINE, MAX_WORDS } from './dispute-policy';

export const disputing = z.object({
  epoch: z.coerce.number().int().min(1).max(2_000_000_000),
  line: z.string().regex(LINE, 'wrong'),
  reason: z.enum(DISPUTE_REASONS, 'required'),
  words: z.string().trim().min(1, 'required').max(MAX_WORDS),
});

export const answering = z.object({
  disputeId: z.uuid(),
  outcome: z.enum(['upheld', 'declined'], 'required'),
  answer: z.string().trim().min(1, 'required').max(MAX_WORDS),
});
