import { formats, words } from '@/lib/core/words';

/** `4:30 min`, or `2 h 51 min` from an hour on. */
export function timeText(seconds: number, language: string): string {
  const t = words(language, 'statement');
  const { number } = formats(language);
  const two = (value: number) => number(value, { minimumIntegerDigits: 2 });
  if (seconds < 3_600) return t('time.minutes', { minutes: `${number(Math.floor(seconds / 60))}:${two(seconds % 60)}` });
  return t('time.hours', { hours: number(Math.floor(seconds / 3_600)), minutes: two(Math.floor((seconds % 3_600) / 60)) });
}
