import { notFound } from 'next/navigation';
import { Acts } from '@/components/earnings/acts';
import { EpochChecks } from '@/components/earnings/epoch-checks';
import { EpochFigures } from '@/components/earnings/epoch-figures';
import { EpochTiers } from '@/components/earnings/epoch-tiers';
import { spanWords, standingWords } from '@/components/earnings/epoch-words';
import { Published } from '@/components/earnings/published';
import { Unusual } from '@/components/earnings/unusual';
import { Section, Sheet } from '@/components/ui/sheet';
import { isAdmin } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { inspectEpoch } from '@/lib/earnings/inspect';
import { ruleOf } from '@/lib/earnings/rules';
import { adminOnly } from '../admin-only';
import { Tabs } from '../tabs';
import { Next } from './next';

/** One epoch: what it waits for, its figures and their checks, what is unusual in it, and what is published of it. */
export default async function Epoch({ params }: { params: Promise<{ number: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest' || !isAdmin(actor)) notFound();
  const { language } = actor;
  const t = words(language, 'epochs');
  const asked = (await params).number;
  if (!/^[1-9]\d{0,8}$/.test(asked)) notFound();
  const inspected = await adminOnly(inspectEpoch(actor, Number(asked)));
  const { figures, checks, shares, tiers, unusual, acts } = inspected;
  const { number, ruleVersion, dividedAt } = figures;
  const { holdDays } = await ruleOf(ruleVersion);
  return (
    <Sheet title={t('name', { number })} intro={`${spanWords(figures, language)}. ${standingWords(inspected, language)}.`} wide>
      <Tabs current={null} language={language} />
      <Section title={t('one.next')}>
        <Next inspected={inspected} holdDays={holdDays} language={language} />
      </Section>
      {figures.pools.length > 0 ? (
        <Section title={t('one.figures')}>
          <EpochFigures pools={figures.pools} language={language} />
          <p className="text-sm text-soft">
            <a className="link" href="/admin/earnings/rules">
              {t('one.rule', { version: ruleVersion })}
            </a>
          </p>
        </Section>
      ) : null}
      {dividedAt ? (
        <Section title={t('one.checks')} intro={t('one.checks-intro')}>
          <EpochChecks checks={checks} shares={shares} language={language} />
        </Section>
      ) : null}
      {tiers.length > 0 ? (
        <Section title={t('one.tiers')}>
          <EpochTiers tiers={tiers} language={language} />
        </Section>
      ) : null}
      {figures.state === 'running' ? null : (
        <Section title={t('one.unusual')}>
          <Unusual unusual={unusual} checks={checks} language={language} />
        </Section>
      )}
      <Section title={t('one.published')} intro={dividedAt ? t('one.published-intro') : t('one.published-not-yet')}>
        {dividedAt ? <Published number={number} pools={figures.pools} language={language} /> : null}
      </Section>
      <Section title={t('acts.title')}>
        <Acts acts={acts} language={language} />
      </Section>
    </Sheet>
  );
}
