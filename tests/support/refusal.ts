import { Refused } from '@/lib/core/refused';

/** The reason that a command refuses with; a bug stays a bug. */
export async function refusalOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
  return 'done';
}

/** The same request twenty times at once. */
export const twentyAtOnce = <T>(run: () => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: 20 }, run));
