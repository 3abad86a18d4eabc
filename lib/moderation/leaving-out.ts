import { z } from 'zod';

export const leavingOut = z.object({
  handle: z.string().trim().toLowerCase().min(1, 'required').max(80),
  on: z.union([z.boolean(), z.enum(['1', '0']).transform((value) => value === '1')]),
});
