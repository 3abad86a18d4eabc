import { ActionForm } from '@/components/ui/action-form';
import { classes } from '@/components/ui/classes';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { MAX_PLEA } from '@/lib/earnings/hold-schema';
import { holdReasonWords, linkGroundWords } from '@/lib/earnings/hold-words';
import { pointsText } from '@/lib/earnings/points';
import type { ToldEarning, ToldHold, ToldLink } from '@/lib/earnings/told-holds';
import { Receipt } from '../receipt';
import { appealEarningAction } from './held-actions';

/** What is held of what somebody's reading earns and whom they are linked with: nothing is so in secret, and each may be appealed. */
export function Held({ told: { holds, links }, language }: { told: ToldEarning; language: string }) {
  const t = words(language, 'holds');
  const stands = holds.some(({ outcome }) => outcome !== 'cleared') || links.some(({ liftedAt }) => liftedAt === null);
  return (
    <div id="held" className="scroll-mt-20">
      <Section title={t('title')}>
        {stands ? null : <p>{t('none')}</p>}
        <ul className="grid gap-5">
          {holds.map((hold) => (
            <One key={hold.id} lines={holdLines(hold, language)} over={hold.outcome === 'cleared'} told={hold} language={language} />
          ))}
          {links.map((link) => (
            <One key={link.id} lines={linkLines(link, language)} over={link.liftedAt !== null} told={link} language={language} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

interface OneProps {
  lines: string[];
  over: boolean;
  told: ToldHold | ToldLink;
  language: string;
}

function One({ lines, over, told, language }: OneProps) {
  const t = words(language, 'holds');
  const appeals = words(language, 'appeals');
  const [what = '', ...more] = lines;
  const until = told.appealUntil && formats(language).dateTime(told.appealUntil, { dateStyle: 'long' });
  return (
    <li className="grid gap-3">
      <div className={classes('grid gap-1 rounded-[10px] px-4 py-3 text-sm', over ? 'bg-sunken text-soft' : 'bg-amber-wash')}>
        <p dir="auto" className="font-medium">
          {what}
        </p>
        {more.map((line) => (
          <p key={line} dir="auto" className="[overflow-wrap:anywhere]">
            {line}
          </p>
        ))}
        {told.mayAppeal && until ? <p className="mt-1">{appeals('told.until', { date: until })}</p> : null}
      </div>
      {told.mayAppeal && told.eventId ? (
        <ActionForm
          action={appealEarningAction}
          errorWords={errorWords(language)}
          submit={appeals('told.send')}
          label={t('form', { what })}
          fields={[
            { kind: 'hidden', name: 'eventId', value: told.eventId },
            { kind: 'area', name: 'text', label: t('plea'), rows: 4, maxLength: MAX_PLEA, required: true, dir: 'auto' },
          ]}
        />
      ) : null}
      {told.appeal ? <Receipt appeal={told.appeal} outcome={outcomeOf(told, language)} language={language} /> : null}
    </li>
  );
}

/** What came of an appeal that was granted: of a hold, or of a link. */
function outcomeOf(told: ToldHold | ToldLink, language: string): string | undefined {
  if (told.appeal?.outcome !== 'reversed') return undefined;
  const t = words(language, 'holds');
  return 'ground' in told ? t('outcome.unlinked') : t('outcome.cleared');
}

function holdLines(
  { reason, others, note, byMachine, createdAt, outcome, answer, endedAt, waiting, taken, restored, appeal }: ToldHold,
  language: string,
): string[] {
  const t = words(language, 'holds');
  const said = (text: string) => (text === '' ? [] : [words(language, 'appeals')('told.said', { said: text })]);
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'long' });
  return [
    outcome === null ? t('held') : outcome === 'cleared' ? t('cleared') : t('confirmed'),
    ...[reason, ...others].map((one) => t('because', { reason: holdReasonWords(language, one) })),
    byMachine ? t('by-machine') : t('by-human'),
    ...said(note),
    ...(waiting > 0n && outcome !== 'cleared' ? [t('waiting', { points: pointsText(waiting, language) })] : []),
    ...(taken > 0n && outcome !== 'cleared' ? [t('taken-sum', { points: pointsText(taken, language) })] : []),
    ...(restored > 0n ? [t('back', { points: pointsText(restored, language) })] : []),
    t('since', { date: date(createdAt) }),
    ...(outcome === null ? [t('until')] : []),
    ...(endedAt ? [t('ended', { date: date(endedAt) })] : []),
    // The answer to an appeal stands with it.
    ...(answer === note || answer === appeal?.answer ? [] : said(answer)),
  ];
}

function linkLines({ ground, reason, note, createdAt, liftedAt }: ToldLink, language: string): string[] {
  const t = words(language, 'holds');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'long' });
  return [
    liftedAt ? t('unlinked') : t('linked'),
    t('because', { reason: linkGroundWords(language, { ground, reason }) }),
    ground === 'found' ? t('by-human') : t('by-machine'),
    ...(note === '' ? [] : [words(language, 'appeals')('told.said', { said: note })]),
    t('since', { date: date(createdAt) }),
    ...(liftedAt ? [t('ended', { date: date(liftedAt) }), t('not-restored')] : []),
  ];
}
