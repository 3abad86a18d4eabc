import { z } from 'zod';
import { said } from '@/lib/core/said';

export const MAX_BODY = 10_000;

const body = said.pipe(z.string().min(1, 'required').max(MAX_BODY));

export const newComment = z.object({
  postId: z.uuid(),
  parentId: z.union([z.uuid(), z.literal('').transform(() => null)]).nullish(),
  body,
  submissionKey: z.string().default(''),
});

export const changedComment = z.object({ commentId: z.uuid(), body });
export const onComment = z.object({ commentId: z.uuid() });

export const vote = z.object({ commentId: z.uuid(), value: z.coerce.number().pipe(z.union([z.literal(1), z.literal(-1), z.literal(0)])) });

export const REPORT_REASONS = ['spam', 'unkind', 'off_topic', 'illegal', 'other'] as const;
export const report = z.object({
  commentId: z.uuid(),
  reason: z.enum(REPORT_REASONS, 'required'),
  note: said.pipe(z.string().max(1000)).default(''),
});

export const mute = z.object({ memberId: z.uuid(), on: z.union([z.boolean(), z.enum(['1', '0']).transform((value) => value === '1')]) });
