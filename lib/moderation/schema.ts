import { z } from 'zod';

export const REMOVAL_REASONS = ['spam', 'unkind', 'off_topic', 'illegal', 'other'] as const;

export const decision = z
  .object({
    commentId: z.uuid(),
    /** What the moderator looked at; another decision or edit in between is a conflict. */
    revision: z.coerce.number().int().min(1),
    decision: z.enum(['approve', 'remove']),
    reason: z.union([z.enum(REMOVAL_REASONS), z.literal('')]).default(''),
    note: z.string().trim().max(1000).default(''),
  })
  .refine(({ decision: made, reason }) => made === 'approve' || reason !== '', { path: ['reason'], message: 'required' });

export const roleChange = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'required').max(80),
  role: z.enum(['member', 'moderator', 'admin']),
});
