import { z } from 'zod';
import { said } from '@/lib/core/said';
import { HOLD_REASONS, LINK_REASONS } from './hold-reasons';

export const MAX_WORDS = 1_000;
export const MAX_PLEA = 2_000;

const words = said.pipe(z.string().min(1, 'required').max(MAX_WORDS));
const handle = z
  .string()
  .trim()
  .toLowerCase()
  .transform((typed) => typed.replace(/^@/, ''))
  .pipe(z.string().min(1, 'required').max(80));

export const holding = z.object({
  memberId: z.uuid(),
  reason: z.enum(HOLD_REASONS, 'required'),
  note: said.pipe(z.string().max(MAX_WORDS)).default(''),
});
export const ending = z.object({ holdId: z.uuid(), outcome: z.enum(['cleared', 'confirmed'], 'required'), answer: words });
export const linking = z.object({ handle, other: handle, reason: z.enum(LINK_REASONS, 'required'), note: words });
export const unlinking = z.object({ linkId: z.uuid(), answer: words });
export const plea = z.object({ eventId: z.uuid(), text: said.pipe(z.string().min(1, 'required').max(MAX_PLEA)) });
export const pleaAnswer = z
  .object({
    appealId: z.uuid(),
    outcome: z.enum(['upheld', 'reversed'], 'required'),
    words: said.pipe(z.string().max(MAX_WORDS)).default(''),
  })
  .refine(({ outcome, words: answer }) => outcome === 'reversed' || answer !== '', { path: ['words'], message: 'required' });
