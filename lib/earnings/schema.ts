import { z } from 'zod';
import { said } from '@/lib/core/said';

const words = said.pipe(z.string().min(1, 'required').max(1_000));
const number = z.coerce.number().int().min(1).max(1_000_000_000);

/** A version of the rule, its start in milliseconds since 1970; its numbers are `numbersFrom`'s to read. */
export const announcing = z.object({ version: number, startsAt: z.coerce.number('required').int(), words });

export const withdrawing = z.object({ version: number, words });

/** An epoch to be let go on. */
export const closing = z.object({ number });

export const settingSteps = z.object({ steps: z.enum(['by-hand', 'by-itself']) });
