import { z } from 'zod';
import { said } from '@/lib/core/said';

export const REMOVAL_REASONS = ['spam', 'unkind', 'off_topic', 'illegal', 'other'] as const;

/** Words to the person, or to those who look later. */
const note = said.pipe(z.string().max(1000)).default('');

/** What the moderator looked at; another decision or edit in between is a conflict. */
const looked = {
  commentId: z.uuid(),
  revision: z.coerce.number().int().min(1),
  /** The last decision that was known when it was shown, empty for none; left out, only the words are compared. */
  seen: z.union([z.uuid(), z.literal('')]).optional(),
};

/**
 * `lower`: the reports about it are right and count against it, and it stays. `rebuke`: it is approved, and the reports were sent to
 * harm.
 */
export const DECISIONS = ['approve', 'lower', 'rebuke', 'remove'] as const;

const made = {
  decision: z.enum(DECISIONS),
  reason: z.union([z.enum(REMOVAL_REASONS), z.literal('')]).default(''),
  note,
};

const hasReason = (all: { decision: (typeof DECISIONS)[number]; reason: string }): boolean =>
  all.decision !== 'remove' || all.reason !== '';

export const decision = z.object({ ...looked, ...made }).refine(hasReason, { path: ['reason'], message: 'required' });

export const MOST_AT_ONCE = 100;

export const decisions = z
  .object({ ...made, items: z.array(z.object(looked)).min(1, 'required').max(MOST_AT_ONCE), batchId: z.uuid() })
  .refine(hasReason, { path: ['reason'], message: 'required' });

/** What a desk sends at once: steps in their order, about at most 100 comments in all. */
export const gathered = z.object({
  steps: z
    .array(
      z.union([
        z
          .object({ do: z.literal('decide'), ...made, items: z.array(z.object(looked)).min(1).max(MOST_AT_ONCE), batchId: z.uuid() })
          .refine(hasReason, { path: ['reason'], message: 'required' }),
        z.object({ do: z.literal('undo'), batchId: z.uuid() }),
      ]),
    )
    .min(1)
    .max(MOST_AT_ONCE)
    .refine((steps) => steps.reduce((sum, step) => sum + (step.do === 'decide' ? step.items.length : 0), 0) <= MOST_AT_ONCE, 'too-large'),
});

export const undoing = z.union([z.object({ batchId: z.uuid() }), z.object({ commentId: z.uuid() })]);

export const looking = z.object({ commentId: z.uuid() });

export const roleChange = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'required').max(80),
  role: z.enum(['member', 'moderator', 'admin']),
});

export const SANCTION_KINDS = ['limited', 'suspended', 'banned'] as const;

const optionalUuid = z
  .union([z.uuid(), z.literal('').transform(() => null)])
  .nullish()
  .transform((id) => id ?? null);
const flag = z.union([z.boolean(), z.enum(['1', '0']).transform((value) => value === '1')]);

export const sanctioned = z
  .object({
    handle: z.string().trim().toLowerCase().min(1, 'required').max(80),
    blogId: optionalUuid,
    kind: z.enum(SANCTION_KINDS),
    /** Empty for a ban, which has no end. */
    days: z
      .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(3650)])
      .nullish()
      .transform((days) => days ?? null),
    reason: z.enum(REMOVAL_REASONS, 'required'),
    note,
  })
  .refine(({ kind, days }) => kind === 'banned' || days !== null, { path: ['days'], message: 'required' })
  .transform((asked) => (asked.kind === 'banned' ? { ...asked, days: null } : asked));

export const MOST_SWEPT_DAYS = 30;

export const swept = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'required').max(80),
  blogId: optionalUuid,
  days: z.coerce.number().int().min(1).max(MOST_SWEPT_DAYS),
  reason: z.enum(REMOVAL_REASONS, 'required'),
  note,
});

export const sweepUndone = z.object({ sweepId: z.uuid() });

export const lifted = z.object({ sanctionId: z.uuid() });

export const SLOW_SECONDS = [0, 30, 60, 120, 600] as const;

export const threadSet = z.object({
  postId: z.uuid(),
  state: z.enum(['open', 'closed', 'locked']),
  slowSeconds: z.coerce
    .number()
    .pipe(z.union(SLOW_SECONDS.map((seconds) => z.literal(seconds))))
    .optional(),
  /** What the form showed: the same again chooses nothing, whatever the thread's heat has set since. */
  slowWas: z.coerce.number().int().optional(),
});

export const marked = z.object({ commentId: z.uuid(), what: z.enum(['pin', 'highlight']), on: flag });

export const votesTrusted = z.object({ commentId: z.uuid(), on: flag });
/** Room for the most phrases at their longest. */
const MAX_LIST = 50_000;
const text = z.string().transform((typed) => typed.replaceAll('\0', ''));
const list = text.pipe(z.string().max(MAX_LIST)).default('');

/** `seen` is the version that was shown; no blog is the site. */
export const phrasesSet = z.object({ blogId: optionalUuid, seen: z.coerce.number().int().min(0), banned: list, suspect: list });

export const MAX_TRIED = 10_000;
export const phrasesTried = z.object({ blogId: optionalUuid, text: text.pipe(z.string().max(MAX_TRIED)).default('') });

export const MAX_APPEAL = 2000;

export const newAppeal = z.object({ eventId: z.uuid(), text: said.pipe(z.string().min(1, 'required').max(MAX_APPEAL)) });

/** Whoever stays refused is told why. */
export const appealDecision = z
  .object({
    appealId: z.uuid(),
    outcome: z.enum(['upheld', 'reversed'], 'required'),
    words: said.pipe(z.string().max(1000)).default(''),
  })
  .refine(({ outcome, words }) => outcome === 'reversed' || words !== '', { path: ['words'], message: 'required' });
