import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { amountWords, pointWords } from '@/lib/payouts/amount';
import type { AdminPayout } from '@/lib/payouts/queries';
import { decidePayoutAction } from './actions';

type Decision = 'approve' | 'hold' | 'cancel';

interface ListProps {
  rows: readonly AdminPayout[];
  /** What may be decided about each. */
  decisions: readonly Decision[];
  empty: string;
  language: string;
}

/** Payouts in one state, the oldest first, with what an admin may decide. */
export function List({ rows, decisions, empty, language }: ListProps) {
  if (rows.length === 0) return <p className="text-soft">{empty}</p>;
  return (
    <ul className="grid gap-1">
      {rows.map((row) => (
        <Line key={row.id} row={row} decisions={decisions} language={language} />
      ))}
    </ul>
  );
}

function Line({ row, decisions, language }: { row: AdminPayout; decisions: readonly Decision[]; language: string }) {
  const t = words(language, 'payouts');
  const { person, points, units, unit, decimals, shown, createdAt, submittedAt, reason, own, transaction } = row;
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="grid gap-1.5 border-line border-b py-3 text-sm">
      <p className="flex flex-wrap gap-x-2">
        <b dir="auto" className="font-semibold">
          {person?.name ?? t('admin.gone')}
        </b>
        {person ? (
          <span dir="ltr" className="text-soft">
            @{person.handle}
          </span>
        ) : null}
      </p>
      <p className="wrap-anywhere tabular-nums">
        {t('admin.line', { points: pointWords(language, points), amount: amountWords(language, units, decimals), unit, shown })}
      </p>
      <p className="text-[13px] text-soft">
        {t('admin.asked', { date: date(createdAt) })} {submittedAt ? t('admin.since', { date: date(submittedAt) }) : null}{' '}
        {t(`reasons.${reason as 'paid'}`)}
      </p>
      <p dir="ltr" className="break-all text-[13px] text-faint">
        {transaction ? t('history.transaction', { id: transaction.id }) : t('admin.id', { id: row.id })}
      </p>
      {own && decisions.length > 0 ? <p className="text-[13px] text-soft">{t('admin.held.own')}</p> : null}
      {own ? null : <Decisions row={row} decisions={decisions} language={language} />}
    </li>
  );
}

function Decisions({ row, decisions, language }: { row: AdminPayout; decisions: readonly Decision[]; language: string }) {
  const t = words(language, 'payouts');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {decisions.map((decision) => (
        <ActionForm
          key={decision}
          action={decidePayoutAction}
          errorWords={errorWords(language)}
          submit={t(`admin.held.${decision}`)}
          kind={decision === 'approve' ? 'main' : decision === 'cancel' ? 'danger' : 'plain'}
          small
          label={`${t(`admin.held.${decision}`)}: ${row.person?.name ?? t('admin.gone')}`}
          fields={[
            { kind: 'hidden', name: 'payoutId', value: row.id },
            { kind: 'hidden', name: 'decision', value: decision },
            ...(decision === 'approve'
              ? []
              : [{ name: 'note', label: t('admin.held.note'), required: true, maxLength: 1_000, dir: 'auto' as const }]),
          ]}
        />
      ))}
    </div>
  );
}
