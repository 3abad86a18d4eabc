import { Notice } from '@/components/ui/notice';
import { formats, words } from '@/lib/core/words';
import type { Estimate } from '@/lib/earnings/estimate';
import { TrialTable } from './trial-table';

/** What the running epoch would come to, marked as an estimate. */
export function Running({ estimate, language }: { estimate: Estimate | null; language: string }) {
  const t = words(language, 'epochs');
  if (!estimate) return <p className="text-soft">{t('running.none')}</p>;
  const { number: of, at, oneIn, withCarry, readers, trial } = estimate;
  const { dateTime, number } = formats(language);
  return (
    <>
      <Notice>
        <p>{t('running.about', { number: of, date: dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })}</p>
        {oneIn > 1 ? <p className="mt-1">{t('running.sampled', { count: number(oneIn) })}</p> : null}
        {withCarry ? null : <p className="mt-1">{t('running.without-carry')}</p>}
      </Notice>
      <p className="tabular-nums">{t('running.readers', { readers: number(readers), payees: number(trial.payees) })}</p>
      <TrialTable caption={t('running.title')} columns={[{ head: t('name', { number: of }), trial }]} language={language} />
    </>
  );
}
