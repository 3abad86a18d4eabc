import { formats, words } from '@/lib/core/words';
import type { Estimate } from '@/lib/earnings/own-estimate';
import type { Worth } from '@/lib/earnings/points';
import { pointsText } from '@/lib/earnings/points';
import type { Purse } from '@/lib/earnings/queries';
import type { Waiting } from '@/lib/earnings/weeks';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { Figure, Figures } from './figure';
import { Points } from './points';

interface PurseFiguresProps {
  purse: Purse;
  /** Points set aside for payouts. */
  aside: bigint;
  waiting: readonly Waiting[];
  estimate: Estimate | null;
  worth: Worth | null;
  language: string;
}

/** What somebody has, what waits until when, and what the running week may bring. */
export function PurseFigures({ purse, aside, waiting, estimate, worth, language }: PurseFiguresProps) {
  const t = words(language, 'statement');
  const day = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium' });
  const [first] = waiting;
  const when = ({ from, overdue }: Waiting) => (overdue ? t('due', { date: day(from) }) : t('from', { date: day(from) }));
  return (
    <>
      <Figures>
        <Figure name={t('available')} note={aside > 0n ? t('aside', { amount: pointsText(aside, language) }) : undefined}>
          <Points amount={purse.available} worth={worth} language={language} />
        </Figure>
        <Figure name={t('pending')} note={first ? when(first) : undefined}>
          <Points amount={purse.pending} worth={worth} language={language} />
        </Figure>
        {estimate ? (
          <Figure name={t('estimate', { week: estimate.epoch })} note={<EstimateNote estimate={estimate} language={language} />} accent>
            <Points amount={estimate.reading + (estimate.writing ?? 0n)} worth={worth} language={language} />
          </Figure>
        ) : null}
      </Figures>
      {waiting.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-11 items-center font-medium text-sm underline">{t('waiting.title')}</summary>
          <dl className="mt-1 grid max-w-[520px] text-sm">
            {waiting.map(({ epoch, amount, from, overdue }) => (
              <div key={epoch} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-2">
                <dt className="text-soft">
                  {overdue ? t('waiting.due', { week: epoch, date: day(from) }) : t('waiting.line', { week: epoch, date: day(from) })}
                </dt>
                <dd className="tabular-nums">{t('points', { amount: pointsText(amount, language) })}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-[13px] text-faint">{t('waiting.note')}</p>
        </details>
      ) : null}
    </>
  );
}

function EstimateNote({ estimate: { endsAt, writing, partly }, language }: { estimate: Estimate; language: string }) {
  const t = words(language, 'statement');
  const date = formats(language).dateTime(endsAt, { dateStyle: 'medium' });
  return (
    <>
      {t('estimate-note', { date })}
      {writing === null ? <span className="block">{t('estimate-few', { count: LEAST_READERS })}</span> : null}
      {partly ? <span className="block">{t('studio.partly')}</span> : null}
    </>
  );
}
