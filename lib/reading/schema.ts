import { z } from 'zod';

/** Blocks that one post may have, see `cleanDocument`. */
const MOST_BLOCKS = 20_000;

/** A page begins to be read. `session` is a key that the page makes: sent again it is the same session. */
export const opening = z.object({ session: z.uuid(), post: z.uuid() });

/** Ten seconds of reading: the `seq`th of its session, and which blocks were in view, from the first up to, not with, the last. */
export const beat = z.object({
  session: z.uuid(),
  seq: z.int().min(1).max(1_000_000),
  seen: z.tuple([z.int().min(0).max(MOST_BLOCKS), z.int().min(0).max(MOST_BLOCKS)]).refine(([from, to]) => from <= to, 'wrong'),
});

export const measuring = z.object({ on: z.enum(['0', '1']).transform((value) => value === '1') });

/** What is deleted for good is asked for once more. */
export const forgetting = z.object({ confirm: z.literal('yes', 'required') });
