import { z } from 'zod';
import { UI_LANGUAGES } from '@/lib/core/languages';
import { HANDLE, isReserved } from './handle';
import { PROOF_KINDS } from './proof';

/** Kept lower case and trimmed; the server that takes the mail decides what else is an address. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email('not-an-address'));

export const handle = z
  .string()
  .trim()
  .toLowerCase()
  .regex(HANDLE, 'wrong')
  .refine((value) => !isReserved(value), 'taken');

/** A path of this site to go on to; anything else becomes the front page. */
export const next = z
  .string()
  .max(500)
  .default('/')
  .transform((path) => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/'))
  .catch('/');

export const linkRequest = z.object({ email, next, language: z.enum(UI_LANGUAGES).catch('en') });

export const profile = z.object({
  name: z.string().trim().min(1, 'required').max(80),
  handle,
  bio: z.string().trim().max(2000).default(''),
  language: z.enum(UI_LANGUAGES),
});

/** How many people one may follow: what a reader's own part of a page costs grows with it. */
export const MOST_FOLLOWED = 1_000;

export const following = z.object({
  memberId: z.uuid(),
  on: z.union([z.boolean(), z.enum(['1', '0']).transform((value) => value === '1')]),
});

export const leaving = z.object({ confirm: z.literal('leave', 'required'), blogs: z.enum(['delete', 'keep']).default('keep') });

const shown = z.string().trim().min(1, 'required').max(200);

/** What an admin saw. */
export const provenBySight = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'required').max(80),
  kind: z.enum(PROOF_KINDS, 'required'),
  shown,
});

/** What a provider says of an account in a signed call; `call` is the call's own id. */
export const provenByCall = z.object({ call: z.uuid(), member: z.uuid(), kind: z.enum(PROOF_KINDS), shown });

export const proofEnding = z.object({ proofId: z.uuid() });
