import { availableParallelism } from 'node:os';

/** How many web processes `--processes` asks for; null when it is no number from 1 to 256 nor `all`. */
export function processCount(asked: string): number | null {
  const count = asked === 'all' ? availableParallelism() : /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  return count >= 1 && count <= 256 ? count : null;
}
