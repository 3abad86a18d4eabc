import type { ReactNode } from 'react';
import { formats, words } from '@/lib/core/words';
import { writtenLine } from '@/lib/earnings/dispute-policy';
import { pointsText, type Worth } from '@/lib/earnings/points';
import type { Statement } from '@/lib/earnings/queries';
import type { Movement, Sheet } from '@/lib/earnings/statement';
import { DisputeLine, type Disputing } from './dispute-line';
import { LeftOut } from './left-out';
import { linesOf } from './lines';
import { Amount, AmountHead } from './points';
import { PostName } from './post-name';
import { timeText } from './time-text';

interface StatementTableProps {
  statement: Statement;
  sheet: Sheet;
  /** Which of its lines of posts, from 1 on. */
  page: number;
  disputing: Disputing;
  worth: Worth | null;
  language: string;
}

/** A week like a bank's statement: opening balance, lines with their reasons, closing balance. */
export function StatementTable({ statement, sheet, page, disputing, worth, language }: StatementTableProps) {
  const t = words(language, 'statement');
  const { written, read } = statement;
  const points = (amount: bigint) => <Amount amount={amount} worth={worth} language={language} />;
  const signed = (amount: bigint) => <Amount amount={amount} worth={worth} language={language} signed />;
  // What stands for several posts, and what was disputed, is there however many there are.
  const here = new Set(linesOf(written, page));
  const isShown = (line: (typeof written)[number]) =>
    here.has(line) || line.postId === null || (page === 1 && disputing.disputes.has(writtenLine(line.postId)));
  const [shown, more] = [written.filter(isShown), written.filter((line) => !isShown(line))];
  const rewards = read.reduce((all, { reward }) => all + reward, 0n);
  const seconds = read.reduce((all, { credited }) => all + credited, 0);
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">{t('caption', { week: statement.epoch })}</caption>
      <thead>
        <tr className="text-[13px] text-faint">
          <th scope="col" className="border-line border-b px-2 py-2.5 text-start font-medium">
            {t('what')}
          </th>
          <th scope="col" className="border-line border-b px-2 py-2.5 text-end font-medium max-sm:hidden">
            {t('counted')}
          </th>
          <th scope="col" className="border-line border-b px-2 py-2.5 text-end font-medium">
            <AmountHead worth={worth} language={language}>
              {t('points-head')}
            </AmountHead>
          </th>
        </tr>
      </thead>
      <tbody>
        <Row what={<b className="font-semibold">{t('opening')}</b>} points={points(sheet.opening)} />
        {shown.map((line) => {
          const { postId, amount, returned, readers, credited, left } = line;
          return (
            <Row
              key={postId ?? 'few'}
              counted={credited === null ? undefined : timeText(credited, language)}
              points={signed(amount)}
              what={
                <>
                  {postId === null ? t('few') : <PostName post={line} language={language} />}
                  {readers === null ? null : <span className="block text-[13px] text-soft">{t('readers', { count: readers })}</span>}
                  <LeftOut left={left} language={language} />
                  {returned !== null && returned > 0n ? (
                    <span className="block text-[13px] text-soft">{t('returned', { amount: pointsText(returned, language) })}</span>
                  ) : null}
                  <DisputeLine line={writtenLine(postId)} about={line.title ?? t('few')} disputing={disputing} />
                </>
              }
            />
          );
        })}
        {more.length > 0 ? (
          <Row
            what={<span className="text-soft">{t('written-more', { count: more.length })}</span>}
            points={signed(more.reduce((all, { amount }) => all + amount, 0n))}
          />
        ) : null}
        {read.length > 0 ? (
          <Row
            counted={timeText(seconds, language)}
            points={signed(rewards)}
            what={
              <>
                {t('reading')}
                <a href="#reading" className="link block w-fit text-[13px] text-soft">
                  {t('reading-of', { count: read.length })}
                </a>
              </>
            }
          />
        ) : null}
        {sheet.booked ? null : (
          <Row
            what={<span className="text-soft">{statement.state === 'divided' ? t('not-booked') : t('booked-later')}</span>}
            points={signed(-sheet.earned)}
          />
        )}
        {sheet.others.map((one) => (
          <Row key={one.tx} what={<Moved movement={one} language={language} />} points={signed(one.pending + one.available)} />
        ))}
        <Row what={<b className="font-semibold">{t('closing')}</b>} points={<b className="font-semibold">{points(sheet.closing)}</b>} />
      </tbody>
    </table>
  );
}

function Row({ what, counted, points }: { what: ReactNode; counted?: ReactNode; points: ReactNode }) {
  return (
    <tr className="align-top">
      <td className="border-line border-b px-2 py-3">{what}</td>
      <td className="whitespace-nowrap border-line border-b px-2 py-3 text-end tabular-nums max-sm:hidden">{counted}</td>
      <td className="whitespace-nowrap border-line border-b px-2 py-3 text-end tabular-nums">{points}</td>
    </tr>
  );
}

/** What else the ledger did, in words. */
function Moved({ movement, language }: { movement: Movement; language: string }) {
  const t = words(language, 'statement');
  const { kind, name, reason, epoch, at, available } = movement;
  const date = formats(language).dateTime(at, { dateStyle: 'medium' });
  const why = TAKEN.find((one) => one === reason);
  return (
    <>
      {kind === 'other' ? t('moved.other', { name }) : t(`moved.${kind}`)}
      <span className="block text-[13px] text-soft">
        {epoch === null ? date : t('moved.of', { week: epoch, date })}
        {kind === 'release' ? ` · ${t('moved.now-available', { amount: pointsText(available, language) })}` : null}
        {why ? ` · ${t(`taken.${why}`)}` : null}
      </span>
    </>
  );
}

const TAKEN = ['held', 'banned', 'linked', 'removed', 'left'] as const;
