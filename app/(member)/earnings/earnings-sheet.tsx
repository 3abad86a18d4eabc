import { notFound, redirect } from 'next/navigation';
import { Bars } from '@/components/earnings/bars';
import { fileOf } from '@/components/earnings/earn-weeks';
import { HeldNotice } from '@/components/earnings/held-notice';
import { Lines } from '@/components/earnings/lines';
import { NoWeeks } from '@/components/earnings/no-weeks';
import { PurseFigures } from '@/components/earnings/purse-figures';
import { ReadTable } from '@/components/earnings/read-table';
import { StatementTable } from '@/components/earnings/statement-table';
import { WeekList } from '@/components/earnings/week-list';
import { ButtonLink } from '@/components/ui/button-link';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { spokenPath } from '@/lib/core/spoken';
import { formats, words } from '@/lib/core/words';
import { type OwnEarnings, ownEarnings } from '@/lib/earnings/own-earnings';
import { disputeAction } from './actions';

const BARS = 11;

/** What somebody earns, and the statement of a week; the latest where none is named. */
export async function EarningsSheet({ week, page = 1 }: { week: number | null; page?: number }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=/earnings${week === null ? '' : `/${week}`}`);
  const own = await ownEarnings(actor, week, new Date());
  if (week !== null && !own.shown) notFound();
  const { language } = actor;
  const t = words(language, 'statement');
  const { weeks, purse, aside, waiting, estimate, worth, shown } = own;
  return (
    <Sheet
      title={t('title')}
      intro={
        <span className="flex flex-wrap gap-x-5">
          <a className="link inline-flex min-h-11 items-center" href={spokenPath('/earn', language)}>
            {t('how')}
          </a>
          <a className="link inline-flex min-h-11 items-center" href="/earnings/payouts">
            {words(language, 'payouts')('title')}
          </a>
        </span>
      }
      wide
    >
      <PurseFigures purse={purse} aside={aside} waiting={waiting} estimate={estimate} worth={worth} language={language} />
      {shown ? (
        <>
          <Chart own={own} language={language} />
          <Week shown={shown} page={page} worth={worth} language={language} />
          <WeekList weeks={weeks} current={shown.statement.epoch} worth={worth} language={language} />
        </>
      ) : (
        <NoWeeks measured={own.measured} endsAt={estimate?.endsAt ?? null} language={language} />
      )}
    </Sheet>
  );
}

function Chart({ own: { weeks, estimate }, language }: { own: OwnEarnings; language: string }) {
  const t = words(language, 'statement');
  const { number } = formats(language);
  const bars = weeks
    .slice(0, BARS)
    .reverse()
    .map(({ epoch, points }) => ({ key: String(epoch), label: number(epoch), amount: points, estimate: false }));
  const running = estimate && {
    key: 'running',
    label: number(estimate.epoch),
    amount: estimate.reading + (estimate.writing ?? 0n),
    estimate: true,
  };
  return <Bars bars={running ? [...bars, running] : bars} label={t('chart')} language={language} />;
}

interface WeekProps {
  shown: NonNullable<OwnEarnings['shown']>;
  page: number;
  worth: OwnEarnings['worth'];
  language: string;
}

function Week({ shown, page, worth, language }: WeekProps) {
  const t = words(language, 'statement');
  const day = (at: Date) => formats(language).dateTime(at, { dateStyle: 'long' });
  const { statement, sheet, overdue, disputes, disputeUntil } = shown;
  const { epoch, startsAt, endsAt, availableFrom, state, names } = statement;
  const disputing = { epoch, until: disputeUntil, disputes, action: disputeAction, language };
  const standing = () => {
    if (state === 'released') return t('state.released');
    if (!availableFrom) return t('state.divided');
    const date = day(availableFrom);
    return overdue ? t('state.due', { date }) : t('state.allocated', { date });
  };
  return (
    <>
      <Section
        title={t('week', { week: epoch, from: day(startsAt), to: day(new Date(endsAt.getTime() - 1)) })}
        intro={`${standing()} ${t('by-rule', { version: statement.ruleVersion })}`}
      >
        {statement.held ? <HeldNotice held={statement.held} state={state} language={language} /> : null}
        <StatementTable statement={statement} sheet={sheet} page={page} disputing={disputing} worth={worth} language={language} />
        <Lines of={statement.written} page={page} epoch={epoch} at="" language={language} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`/earnings/${epoch}/statement.csv`}>{t('csv')}</ButtonLink>
          <ButtonLink href={`/earnings/${epoch}/statement.json`}>{t('json')}</ButtonLink>
          <ButtonLink href={fileOf(epoch, 'main', 'output')} kind="ghost">
            {t('check')}
          </ButtonLink>
        </div>
        <p className="text-sm text-soft">{disputeUntil ? t('dispute-until', { date: day(disputeUntil) }) : t('dispute-over')}</p>
        {names.reader || names.payee.length > 0 ? (
          <details>
            <summary className="inline-flex min-h-11 items-center text-sm underline">{t('names.title')}</summary>
            <p className="text-sm text-soft">{t('names.text')}</p>
            <ul dir="ltr" className="mt-1 text-start font-mono text-[13px] break-all">
              {[...new Set([names.reader, ...names.payee])].map((name) => (name ? <li key={name}>{name}</li> : null))}
            </ul>
          </details>
        ) : null}
      </Section>
      <ReadTable read={statement.read} budget={statement.budget} page={page} disputing={disputing} worth={worth} language={language} />
    </>
  );
}
