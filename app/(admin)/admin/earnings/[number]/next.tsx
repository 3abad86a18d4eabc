import { ActionForm } from '@/components/ui/action-form';
import { Again } from '@/components/ui/again';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { Inspected } from '@/lib/earnings/inspect';
import { pointsText } from '@/lib/earnings/points';
import { approveEpochAction, beginReleaseAction, takeStepAction } from '../actions';

interface NextProps {
  inspected: Inspected;
  holdDays: number;
  language: string;
}

/** What comes next: how far the step under way is, what is waited for, or what this admin may do about it. */
export function Next({ inspected, holdDays, language }: NextProps) {
  const t = words(language, 'epochs');
  const { figures, standing, progress, releaseFrom, shares, mayClose, steps } = inspected;
  const date = (at: Date | null) => formats(language).dateTime(at ?? new Date(0), { dateStyle: 'medium', timeStyle: 'short' });
  if (progress)
    return (
      <>
        <UnderWay progress={progress} number={figures.number} language={language} />
        <ByHand inspected={inspected} language={language} />
      </>
    );
  if (standing === 'hold') return <p>{t('one.hold', { date: date(releaseFrom) })}</p>;
  if (standing === 'released') return <p>{t('one.released', { date: date(figures.releasedAt) })}</p>;
  if (standing !== 'approval' && standing !== 'release')
    return (
      <>
        <p>{t('one.running')}</p>
        <ByHand inspected={inspected} language={language} />
      </>
    );
  if (mayClose !== 'yes') return <Notice tone="amber">{t('one.changed-it')}</Notice>;
  const approval = standing === 'approval';
  const amount = pointsText(shares.amount, language);
  return (
    <>
      <p>{approval ? t('one.approve-text', { amount, count: shares.accounts, days: holdDays }) : t('one.release-text')}</p>
      {steps.byItself ? <p className="text-soft">{t('one.by-itself')}</p> : null}
      <ActionForm
        action={approval ? approveEpochAction : beginReleaseAction}
        errorWords={errorWords(language)}
        submit={approval ? t('one.approve') : t('one.release')}
        label={t('one.next')}
        fields={[{ kind: 'hidden', name: 'number', value: String(figures.number) }]}
      />
    </>
  );
}

/** How the last try went, where it went wrong, and the step by hand. */
function ByHand({ inspected: { figures, failure, standing }, language }: { inspected: Inspected; language: string }) {
  const t = words(language, 'epochs');
  const at = failure && formats(language).dateTime(failure.at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {failure ? (
        <Notice tone="amber">
          {failure.again ? t('one.failed-again', { date: at ?? '' }) : t('one.failed', { date: at ?? '' })}
          <span dir="ltr" className="block text-[13px] [overflow-wrap:anywhere]">
            {failure.message}
          </span>
        </Notice>
      ) : null}
      {standing === 'freezing' || standing === 'dividing' ? (
        <ActionForm
          action={takeStepAction}
          errorWords={errorWords(language)}
          submit={t(`one.now.${standing}`)}
          kind="plain"
          label={t(`one.now.${standing}`)}
          fields={[{ kind: 'hidden', name: 'number', value: String(figures.number) }]}
        />
      ) : null}
    </>
  );
}

function UnderWay({ progress, number, language }: { progress: NonNullable<Inspected['progress']>; number: number; language: string }) {
  const t = words(language, 'epochs');
  const { number: count } = formats(language);
  const { step, done, total, readers } = progress;
  const said = t(`one.progress.${step}`, { done: count(done), total: count(total), readers: count(readers) });
  return (
    <>
      <Again />
      <Progress label={said} value={done} max={total} />
      <p>
        <a className="link inline-flex min-h-11 items-center text-sm" href={`/admin/earnings/${number}`}>
          {t('one.look')}
        </a>
      </p>
    </>
  );
}
