import { z } from 'zod';
import { said } from '@/lib/core/said';
import { DISPUTE_REASONS, LINE, MAX_WORDS } from './dispute-policy';

export const disputing = z.object({
  epoch: z.coerce.number().int().min(1).max(2_000_000_000),
  line: z.string().regex(LINE, 'wrong'),
  reason: z.enum(DISPUTE_REASONS, 'required'),
  words: said.pipe(z.string().min(1, 'required').max(MAX_WORDS)),
});

export const answering = z.object({
  disputeId: z.uuid(),
  outcome: z.enum(['upheld', 'declined'], 'required'),
  answer: said.pipe(z.string().min(1, 'required').max(MAX_WORDS)),
});
