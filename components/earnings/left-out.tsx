import { words } from '@/lib/core/words';
import type { WhyNot } from '@/lib/earnings/judged';
import { timeText } from './time-text';

/** What did not count, and why, each reason a line. */
export function LeftOut({ left, language }: { left: readonly { reason: WhyNot; seconds: number }[]; language: string }) {
  const t = words(language, 'statement');
  return left.map(({ reason, seconds }) => (
    <span key={reason} className="block text-[13px] text-soft tabular-nums">
      {t('left', { time: timeText(seconds, language), why: t(`why.${reason}`) })}
    </span>
  ));
}
