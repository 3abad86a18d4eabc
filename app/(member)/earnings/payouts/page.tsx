import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { pointWords } from '@/lib/payouts/amount';
import { challengeOf, payoutsOf } from '@/lib/payouts/queries';
import { declareCountryAction } from './actions';
import { History } from './history';
import { Rail } from './rail';

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await languageOf(await currentActor()), 'payouts')('title') };
}

interface Props {
  searchParams: Promise<{ sign?: string; done?: string }>;
}

/** What somebody can be paid, what it takes, where it goes, and what they were paid. */
export default async function Payouts({ searchParams }: Props) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/earnings/payouts');
  const { language } = actor;
  const { sign, done } = await searchParams;
  const now = new Date();
  const t = words(language, 'payouts');
  const { available, held, country, rails, history } = await payoutsOf(actor, now);
  const asked = typeof sign === 'string' ? await challengeOf(actor, sign, now) : null;
  const asksCountry = rails.some(({ setting }) => !setting.countries.includes('*'));
  const isDemo = env().SOLANA_CHAIN === 'demo' && rails.some(({ name }) => name === 'solana');
  return (
    <Sheet title={t('title')} intro={t('intro')}>
      {isDemo ? <Notice tone="amber">{t('demo')}</Notice> : null}
      {done === 'asked' ? <Notice tone="ok">{t('ask.done')}</Notice> : null}
      <Section title={t('balance.title')}>
        <p className="text-lg tabular-nums">{t('balance.available', { points: pointWords(language, available) })}</p>
        {held > 0n ? <p className="text-soft tabular-nums">{t('balance.held', { points: pointWords(language, held) })}</p> : null}
        {rails.length === 0 ? <EmptyState title={t('balance.off-title')}>{t('balance.off')}</EmptyState> : null}
      </Section>
      {asksCountry ? (
        <Section title={t('country.title')} intro={country ? undefined : t('country.none')}>
          <ActionForm
            action={declareCountryAction}
            errorWords={errorWords(language)}
            submit={t('country.button')}
            kind="plain"
            label={t('country.title')}
            fields={[
              {
                name: 'country',
                label: t('country.label'),
                hint: t('country.hint'),
                value: country ?? '',
                maxLength: 2,
                required: true,
                autoComplete: 'country',
                dir: 'ltr',
              },
            ]}
          />
        </Section>
      ) : null}
      {rails.map((rail) => (
        <Rail
          key={rail.name}
          rail={rail}
          available={available}
          asked={rail.name === 'solana' && sign && asked ? { ...asked, nonce: sign } : null}
          language={language}
        />
      ))}
      <div id="history" className="scroll-mt-20">
        <Section title={t('history.title')}>
          <History rows={history} language={language} />
        </Section>
      </div>
    </Sheet>
  );
}
