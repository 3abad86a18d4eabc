import type { ReactNode } from 'react';
import { formats, words } from '@/lib/core/words';
import { pointsText, type Worth, worthText } from '@/lib/earnings/points';

interface PointsProps {
  /** Thousandths of a point. */
  amount: bigint;
  worth: Worth | null;
  language: string;
}

/** So many points, and beside them what the operator says they are worth, with its date. */
export function Points({ amount, worth, language }: PointsProps) {
  const t = words(language, 'statement');
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">{t('points', { amount: pointsText(amount, language) })}</span>
      <Worthy amount={amount} worth={worth} language={language} />
    </>
  );
}

/** What so many points are worth, with its date; nothing where the operator says nothing. */
export function Worthy({ amount, worth, language }: PointsProps) {
  if (!worth) return null;
  const date = formats(language).dateTime(worth.since, { dateStyle: 'medium' });
  return (
    <span className="block font-normal text-[13px] text-faint">
      {words(language, 'statement')('worth', { worth: worthText(amount, worth, language), date })}
    </span>
  );
}

/** So many points in a cell of a table, with what they are worth under them. The date of that stands in the head of the column, or above. */
export function Amount({ amount, worth, language, signed = false }: PointsProps & { signed?: boolean }) {
  return (
    <>
      {pointsText(amount, language, { signed })}
      {worth && amount !== 0n ? <span className="block text-[12px] text-faint">{`≈ ${worthText(amount, worth, language)}`}</span> : null}
    </>
  );
}

/** The head of a column of such cells. */
export function AmountHead({ children, worth, language }: { children: ReactNode } & Omit<PointsProps, 'amount'>) {
  const date = worth && formats(language).dateTime(worth.since, { dateStyle: 'medium' });
  return (
    <>
      {children}
      {date ? <span className="block font-normal text-[12px]">{words(language, 'statement')('worth-head', { date })}</span> : null}
    </>
  );
}
