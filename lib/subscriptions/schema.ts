import { z } from 'zod';
import { email } from '@/lib/accounts/schema';

export const byMail = z.object({ blogId: z.uuid(), email });
export const ofBlog = z.object({ blogId: z.uuid() });
