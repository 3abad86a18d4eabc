import type { z } from 'zod';
import { Refused } from './refused';

/** @throws Refused `invalid`, naming the first error of each wrong field. Unknown fields are dropped. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = issue.path.join('.') || 'form';
    fields[name] ??= wordKey(issue);
  }
  throw new Refused('invalid', { fields });
}

// A schema's own message is already a key when it has no spaces.
function wordKey(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message;
  if (issue.code === 'too_small') return 'too-short';
  if (issue.code === 'too_big') return 'too-long';
  return 'wrong';
}
