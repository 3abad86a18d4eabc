import { z } from 'zod';
import { handle } from '@/lib/accounts/schema';
import { BLOG_LANGUAGES } from '@/lib/core/languages';
import { BLOG_COLOURS, BLOG_ROLES, FILTER_LEVELS } from './view';

export const blogFields = z.object({
  name: z.string().trim().min(1, 'required').max(80),
  handle,
  description: z.string().trim().max(2000).default(''),
  language: z.enum(BLOG_LANGUAGES),
  colour: z.enum(BLOG_COLOURS).default('slate'),
  filterLevel: z.enum(FILTER_LEVELS).default('standard'),
});

export const newBlog = blogFields.extend({ submissionKey: z.string().default('') });
export const changedBlog = blogFields.extend({ blogId: z.uuid() });
export const role = z.object({ blogId: z.uuid(), handle, role: z.enum(BLOG_ROLES) });
export const roleEnd = z.object({ blogId: z.uuid(), handle });
