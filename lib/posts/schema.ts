import { z } from 'zod';

const MAX_TAGS = 5;

/** "World, trade" or a list, as tags: small letters, at most five of forty letters. */
export function tagsOf(input: string | readonly string[]): string[] {
  const parts = typeof input === 'string' ? input.split(',') : input;
  const clean = parts.map((tag) =>
    tag
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40),
  );
  return [...new Set(clean.filter((tag) => tag !== ''))].slice(0, MAX_TAGS);
}

export const newPost = z.object({ blogId: z.uuid(), submissionKey: z.string().default('') });

export const draft = z.object({
  postId: z.uuid(),
  /** The version that the change started from. */
  version: z.coerce.number().int().min(0),
  title: z.string().max(300).default(''),
  standfirst: z.string().max(2000).default(''),
  document: z.unknown(),
  tags: z.union([z.string().max(1000), z.array(z.string().max(100)).max(50)]).default(''),
  coverId: z.union([z.uuid(), z.literal('')]).default(''),
  coverAlt: z.string().max(500).default(''),
  coverCaption: z.string().max(1000).default(''),
  coverCredit: z.string().max(300).default(''),
});

export const onPost = z.object({ postId: z.uuid() });

export const toggle = z.object({ postId: z.uuid(), on: z.union([z.boolean(), z.enum(['1', '0']).transform((value) => value === '1')]) });
