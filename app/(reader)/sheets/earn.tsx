import type { Metadata } from 'next';
import { EarnDrawing } from '@/components/earnings/drawing';
import { EarnRule, ForgingTable } from '@/components/earnings/earn-rule';
import { EarnCheck, EarnWeeks } from '@/components/earnings/earn-weeks';
import { Figure, Figures } from '@/components/earnings/figure';
import { Points } from '@/components/earnings/points';
import { Section, Sheet } from '@/components/ui/sheet';
import { cacheTag, share } from '@/lib/core/cache-tags';
import type { UiLanguage } from '@/lib/core/languages';
import { formats, words } from '@/lib/core/words';
import { lastAudit, lastEpochs } from '@/lib/earnings/figures';
import { type LivePool, livePool, MOST_COUNTED } from '@/lib/earnings/live-pool';
import type { Worth } from '@/lib/earnings/points';
import { type ShownRule, shownRule } from '@/lib/earnings/shown-rule';
import { worthNow } from '@/lib/earnings/worth';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { readingRuleAt } from '@/lib/reading/rule';
import { SpokenLinks, spokenMetadata } from '../spoken';

const SHOWN = 9;
const STEPS = ['1', '2', '3', '4', '5'] as const;

export const earnMetadata = (language: UiLanguage | null): Metadata =>
  spokenMetadata('/earn', language, (spoken) => {
    const t = words(spoken, 'earn');
    return { title: t('title'), description: t('lead') };
  });

/** How earning works, with the pool's live figures: the same for everyone. */
export async function EarnSheet({ language }: { language: UiLanguage }) {
  const now = new Date();
  const [pool, epochs, worth, shown, audit] = await Promise.all([
    livePool(now),
    lastEpochs(SHOWN),
    worthNow(),
    shownRule(now),
    lastAudit(),
  ]);
  share(cacheTag.earn);
  const t = words(language, 'earn');
  const divided = epochs.filter(({ pools }) => pools.some(({ outputHash }) => outputHash !== null));
  return (
    <Sheet title={t('title')} intro={t('lead')} wide>
      <nav aria-label={t('further')} className="-mt-4 flex flex-wrap gap-x-5 text-sm">
        <a href="/earnings" className="link inline-flex min-h-11 items-center font-medium">
          {t('own')}
        </a>
        <SpokenLinks path="/earn" language={language} />
      </nav>
      <section aria-label={t('how')} className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_420px]">
        <ol className="grid list-decimal gap-3 ps-5 text-[17px] leading-relaxed">
          {STEPS.map((step) => (
            <li key={step}>{t(`steps.${step}`)}</li>
          ))}
        </ol>
        <EarnDrawing language={language} />
      </section>
      <Pool pool={pool} shown={shown} worth={worth} language={language} />
      <EarnWeeks epochs={divided} language={language} />
      <EarnRule shown={shown} reading={readingRuleAt(now.getTime())} language={language} />
      <ForgingTable shown={shown} language={language} />
      <Section title={t('cannot.title')}>
        <p>{t('cannot.payer')}</p>
        <p>{t('cannot.long', { weeks: weeksOf(shown) })}</p>
        <p>{t('cannot.shock')}</p>
        <p>{t('cannot.row')}</p>
      </Section>
      <EarnCheck epochs={divided} head={audit} language={language} />
    </Sheet>
  );
}

interface PoolProps {
  pool: LivePool | null;
  shown: ShownRule;
  worth: Worth | null;
  language: string;
}

function Pool({ pool, shown, worth, language }: PoolProps) {
  const t = words(language, 'earn');
  const { dateTime, number } = formats(language);
  const day = (at: Date) => dateTime(at, { dateStyle: 'long' });
  if (!pool) return <Section title={t('pool.title')}>{t('pool.none')}</Section>;
  const last = new Date(pool.endsAt.getTime() - 1);
  return (
    <Section title={t('pool.title')} intro={t('pool.week', { week: pool.epoch, from: day(pool.startsAt), to: day(last) })}>
      <Figures>
        <Figure name={t('pool.emission')}>
          <Points amount={shown.rule.emission} worth={worth} language={language} />
        </Figure>
        <Figure name={t('pool.carried')}>
          {pool.carried === null ? t('pool.carried-unknown') : <Points amount={pool.carried} worth={worth} language={language} />}
        </Figure>
        <Figure name={t('pool.readers')} note={t('pool.midnight')}>
          {pool.readers === null
            ? t('pool.few', { count: LEAST_READERS })
            : pool.readers === MOST_COUNTED
              ? t('pool.many', { count: MOST_COUNTED })
              : number(pool.readers)}
        </Figure>
      </Figures>
      <p className="text-sm text-soft">{t('pool.demand')}</p>
    </Section>
  );
}

/** The longest that the rule reckons with a forged account's being unfound. */
const weeksOf = ({ rule }: ShownRule): number => Math.max(...Object.values(rule.tiers).map(({ survives }) => Number(survives)));
