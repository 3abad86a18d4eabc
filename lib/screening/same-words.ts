import { wordsOf } from './tokens';

/** Whether a text still says in the main what another said: at least half of its words were in that one, each as often as it stood there. */
export function saysTheSame(before: string, after: string): boolean {
  const left = new Map<string, number>();
  for (const word of wordsOf(before)) left.set(word, (left.get(word) ?? 0) + 1);
  const words = wordsOf(after);
  let kept = 0;
  for (const word of words) {
    const times = left.get(word) ?? 0;
    if (times === 0) continue;
    kept += 1;
    left.set(word, times - 1);
  }
  return 2 * kept >= words.length;
}
