import { Section } from '@/components/ui/sheet';
import { words } from '@/lib/core/words';
import { readLine } from '@/lib/earnings/dispute-policy';
import { pointsText } from '@/lib/earnings/points';
import type { ReadLine, Statement } from '@/lib/earnings/queries';
import { DisputeLine, type Disputing } from './dispute-line';
import { LeftOut } from './left-out';
import { Lines, linesOf } from './lines';
import { PostName } from './post-name';
import { timeText } from './time-text';

interface ReadTableProps {
  read: readonly ReadLine[];
  budget: Statement['budget'];
  /** Which of its lines, from 1 on. */
  page: number;
  disputing: Disputing;
  language: string;
}

/** Where somebody's reading of a week went: what counted, what it moved to whom, what did not count and why. For their eyes alone. */
export function ReadTable({ read, budget, page, disputing, language }: ReadTableProps) {
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
                  {t('went.writer')}
                </th>
                <th scope="col" className={`${head} text-end`}>
                  {t('went.own')}
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
                  <td className={`${number} max-sm:hidden`}>{pointsText(line.moved, language)}</td>
                  <td className={number}>{pointsText(line.reward, language)}</td>
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

const TAKEN = ['held', 'banned', 'linked', 'removed', 'left'] as const;

function Returned({ reason, language }: { reason: string; language: string }) {
  const t = words(language, 'statement');
  const why = TAKEN.find((one) => one === reason);
  return <span className="block text-[13px] text-bad">{t('went.taken', { why: why ? t(`taken.${why}`) : reason })}</span>;
}
