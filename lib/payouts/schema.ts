import { z } from 'zod';
import { said } from '@/lib/core/said';
import { parsePoints } from './amount';
import { EVERY_COUNTRY, RAILS } from './setting';

const rail = z.enum(RAILS);
const key = z.uuid('required');
const note = said.pipe(z.string().max(1_000)).default('');
const checked = z
  .enum(['on', '1', '0', ''])
  .default('')
  .transform((value) => value === 'on' || value === '1');

/** Points as people type them, in thousandths. */
const points = z.string().transform((text, context) => {
  const amount = parsePoints(text);
  if (amount !== null && amount > 0n) return amount;
  context.addIssue({ code: 'custom', message: text.trim() === '' ? 'required' : 'payout-not-an-amount' });
  return z.NEVER;
});

export const COUNTRY = /^[A-Z]{2}$/;
const countries = z
  .string()
  .trim()
  .toUpperCase()
  .transform((text) => [...new Set(text.split(/[\s,;]+/).filter((one) => one !== ''))].sort())
  .refine((all) => all.every((one) => one === EVERY_COUNTRY || COUNTRY.test(one)), 'payout-not-a-country');

export const asked = z.object({ rail, amount: points, submissionKey: key });
export const decided = z.object({ payoutId: z.uuid(), decision: z.enum(['approve', 'hold', 'cancel']), note });
export const takenBack = z.object({ payoutId: z.uuid() });
export const wallet = z.object({ address: z.string().trim().min(1, 'required').max(64) });
export const signed = z.object({ nonce: z.string().max(64), signature: z.string().trim().min(1, 'required').max(200) });
export const written = z.object({
  rail: z.literal('manual').default('manual'),
  destination: said.pipe(z.string().min(4, 'too-short').max(300)),
});
export const removed = z.object({ rail });
export const country = z.object({ country: z.string().trim().toUpperCase().regex(COUNTRY, 'payout-not-a-country') });
export const taxForm = z.object({ handle: said.pipe(z.string().min(1, 'required').max(64)), there: checked });
export const cleared = z.object({ faultId: z.uuid() });
export const confirmations = z.object({ lines: said.pipe(z.string().min(1, 'required').max(500_000)) });

export const setting = z.object({
  rail,
  on: checked,
  unit: z
    .string()
    .trim()
    .regex(/^[A-Z]{2,10}$/, 'payout-not-a-unit'),
  decimals: z.coerce.number('wrong').int('wrong').min(0).max(9),
  worth: z.string(),
  minimum: points,
  dailyCap: z.string(),
  identity: checked,
  taxForm: checked,
  countries,
  firstLooked: checked,
});
