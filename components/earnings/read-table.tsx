import { Section } from '@/components/ui/sheet';
import { words } from '@/lib/core/words';
import { readLine } from '@/lib/earnings/dispute-policy';
import { pointsText, type Worth } from '@/lib/earnings/points';
import type { ReadLine, Statement } from '@/lib/earnings/queries';
import { DisputeLine, type Disputing } from './dispute-line';
import { LeftOut } from './left-out';
import { Lines, linesOf } from './lines';
import { Amount, AmountHead } from './points';
import { PostName } from './post-name';
import { timeText } from './time-text';

interface ReadTableProps {
  read: readonly ReadLine[];
  budget: Statement['budget'];
  /** Which of its lines, from 1 on. */
  page: number;
  disputing: Disputing;
  worth: Worth | null;
  language: string;
}

/** Where somebody's reading of a week went: what counted, what it moved to whom, what did not count and why. For their eyes alone. */
export function ReadTable({ read, budget, page, disputing, worth, language }: ReadTableProps) {
  const t = words(language, 'statement');
  const cell = 'border-line border-b px-2 py-3';
  const number = `${cell} whitespace-nowrap text-end tabular-nums`;
  const head = 'border-line border-b px-2 py-2.5 font-medium';
  // What was disputed is there however many there are.
  const here = new Set(linesOf(read, page));
  const shown = read.filter((line) => here.has(line) || (page === 1 && disputing.disputes.has(readLine(line.postId))));
  return (
    <div id="reading" className="scroll-mt-20">
      <Section title={t('went.title')} intro={t('went.intro')}>
        {budget === null ? null : <Budget budget={budget} language={language} />}
        {read.length === 0 ? <p className="text-soft">{t('went.none')}</p> : null}
        {read.length > 0 ? (
          <table className="w-full border-collapse text-sm">
            <caption className="sr-only">{t('went.title')}</caption>
            <thead>
              <tr className="text-[13px] text-faint">
                <th scope="col" className={`${head} text-start`}>
                  {t('went.post')}
                </th>
                <th scope="col" className={`${head} text-end`}>
                  {t('counted')}
                </th>
                <th scope="col" className={`${head} text-end max-sm:hidden`}>
                  <AmountHead worth={worth} language={language}>
                    {t('went.writer')}
                  </AmountHead>
                </th>
                <th scope="col" className={`${head} text-end`}>
                  <AmountHead worth={worth} language={language}>
                    {t('went.own')}
                  </AmountHead>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <tr key={line.postId} className="align-top">
                  <td className={cell}>
                    <PostName post={line} language={language} />
                    <LeftOut left={line.left} language={language} />
                    {line.returned ? <Returned reason={line.returned} language={language} /> : null}
                    <DisputeLine line={readLine(line.postId)} about={line.title ?? t('gone')} disputing={disputing} />
                  </td>
                  <td className={number}>{timeText(line.credited, language)}</td>
                  <td className={`${number} max-sm:hidden`}>
                    <Amount amount={line.moved} worth={worth} language={language} />
                  </td>
                  <td className={number}>
                    <Amount amount={line.reward} worth={worth} language={language} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <Lines of={read} page={page} epoch={disputing.epoch} at="#reading" language={language} />
      </Section>
    </div>
  );
}

function Budget({ budget, language }: { budget: bigint; language: string }) {
  const t = words(language, 'statement');
  if (budget > 0n) return <p className="text-sm">{t('went.budget', { points: pointsText(budget, language) })}</p>;
  return (
    <p className="text-sm">
      {t('went.no-budget')}{' '}
      <a className="link" href="/settings#proofs">
        {t('went.proofs')}
      </a>
    </p>
  );
}

function Returned({ reason, language }: { reason: NonNullable<ReadLine['returned']>; language: string }) {
  const t = words(language, 'statement');
  return <span className="block text-[13px] text-bad">{t('went.taken', { why: t(`taken.${reason}`) })}</span>;
}
