import { ActionForm } from '@/components/ui/action-form';
import { Badge, type Tone } from '@/components/ui/badge';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { amountWords, pointWords } from '@/lib/payouts/amount';
import type { PayoutView } from '@/lib/payouts/queries';
import { after, type PayoutState } from '@/lib/payouts/state';
import { cancelPayoutAction } from './actions';

const TONES: Readonly<Partial<Record<PayoutState, Tone>>> = { settled: 'ok', failed: 'bad', held: 'amber', submitted: 'amber' };

/** What somebody was paid and is being paid, the latest first. */
export function History({ rows, language }: { rows: readonly PayoutView[]; language: string }) {
  const t = words(language, 'payouts');
  if (rows.length === 0) return <p className="text-soft">{t('history.empty')}</p>;
  return (
    <ul aria-label={t('history.title')} className="grid gap-1">
      {rows.map((row) => (
        <Line key={row.id} row={row} language={language} />
      ))}
    </ul>
  );
}

function Line({ row, language }: { row: PayoutView; language: string }) {
  const t = words(language, 'payouts');
  const { id, state, points, units, unit, decimals, shown, createdAt, reason, note, transaction } = row;
  const date = formats(language).dateTime(createdAt, { dateStyle: 'medium' });
  return (
    <li className="grid gap-1.5 border-line border-b py-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[state] ?? 'plain'}>{t(`states.${state}`)}</Badge>
        <span className="text-soft">{date}</span>
      </p>
      <p className="font-medium tabular-nums">
        {t('history.line', { points: pointWords(language, points), amount: amountWords(language, units, decimals), unit })}
      </p>
      <p className="break-all text-[13px] text-soft">{t('history.to', { shown })}</p>
      <p className="text-[13px] text-soft">{t(`reasons.${reason as 'paid'}`)}</p>
      {note ? (
        <p dir="auto" className="whitespace-pre-line text-[13px] text-soft">
          {t('history.note', { note })}
        </p>
      ) : null}
      {transaction ? <Transaction {...transaction} language={language} /> : null}
      {after(state, 'cancel') ? (
        <ActionForm
          action={cancelPayoutAction}
          errorWords={errorWords(language)}
          submit={t('history.take-back')}
          kind="plain"
          small
          label={t('history.take-back')}
          fields={[{ kind: 'hidden', name: 'payoutId', value: id }]}
        />
      ) : null}
    </li>
  );
}

function Transaction({ id, url, language }: { id: string; url: string | null; language: string }) {
  const t = words(language, 'payouts');
  if (!url) return <p className="break-all text-[13px] text-faint">{t('history.transaction', { id })}</p>;
  return (
    <p>
      <a className="link inline-flex min-h-11 items-center" href={url} rel="noreferrer">
        {t('history.look-up')}
      </a>
    </p>
  );
}
