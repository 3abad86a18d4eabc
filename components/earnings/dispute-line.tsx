import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/components/ui/use-form-action';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { DISPUTE_REASONS, MAX_WORDS } from '@/lib/earnings/dispute-policy';
import type { OwnDispute } from '@/lib/earnings/disputes';
import { pointsText } from '@/lib/earnings/points';

export interface Disputing {
  epoch: number;
  /** Null when the time is over. */
  until: Date | null;
  disputes: ReadonlyMap<string, OwnDispute>;
  action: FormAction;
  language: string;
}

/** Under a line: the way to dispute it, or what came of that. */
export function DisputeLine({ line, about, disputing }: { line: string; about: string; disputing: Disputing }) {
  const { epoch, until, disputes, action, language } = disputing;
  const t = words(language, 'disputes');
  const own = disputes.get(line);
  if (own) return <Disputed dispute={own} language={language} />;
  if (!until) return null;
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 items-center text-[13px] text-soft underline">
        {t('open')}
        <span className="sr-only">: {about}</span>
      </summary>
      <div className="mt-2 mb-3 grid max-w-[460px] gap-3">
        {line.startsWith('read:') ? <p className="text-[13px] text-soft">{t('shown')}</p> : null}
        <ActionForm
          action={action}
          errorWords={errorWords(language)}
          submit={t('send')}
          kind="plain"
          label={`${t('open')}: ${about}`}
          fields={[
            { kind: 'hidden', name: 'epoch', value: String(epoch) },
            { kind: 'hidden', name: 'line', value: line },
            {
              kind: 'select',
              name: 'reason',
              label: t('reason'),
              value: '',
              options: [{ value: '', label: t('choose') }, ...DISPUTE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))],
            },
            { kind: 'area', name: 'words', label: t('words'), rows: 4, maxLength: MAX_WORDS, dir: 'auto' },
          ]}
        />
      </div>
    </details>
  );
}

function Disputed({ dispute, language }: { dispute: OwnDispute; language: string }) {
  const t = words(language, 'disputes');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'long' });
  const { outcome, answer, answeredAt, createdAt, paid, waits, reason, words: said } = dispute;
  const amount = pointsText(paid, language);
  return (
    <div className="mt-2 max-w-[520px]">
      <Notice tone={outcome === 'upheld' ? 'ok' : outcome === 'declined' ? 'plain' : 'amber'}>
        <p className="font-semibold">{outcome ? t(`outcome.${outcome}`) : t('waits')}</p>
        {outcome === 'upheld' ? (
          <p>{paid === 0n ? t('paid-nothing') : waits ? t(`paid-at.${waits}`, { amount }) : t('paid', { amount })}</p>
        ) : null}
        {answer ? (
          <p dir="auto" className="whitespace-pre-line">
            {t('answer', { words: answer })}
          </p>
        ) : null}
        {answeredAt ? <p className="text-soft">{t('answered', { date: date(answeredAt) })}</p> : null}
        <p dir="auto" className="mt-1 whitespace-pre-line text-soft">
          {t('sent', { date: date(createdAt), reason: t(`reasons.${reason}`) })} {t('said', { words: said })}
        </p>
      </Notice>
    </div>
  );
}
