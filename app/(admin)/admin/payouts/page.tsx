import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Section, Sheet } from '@/components/ui/sheet';
import { isAdmin } from '@/lib/accounts/actor';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { pointWords } from '@/lib/payouts/amount';
import { adminPayouts } from '@/lib/payouts/queries';
import { tickTaxFormAction } from './actions';
import { List } from './list';
import { Manual } from './manual';
import { AdminRail } from './rail';
import { Reconciled } from './reconciled';

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await languageOf(await currentActor()), 'payouts')('admin.title') };
}

/** The ways of paying out, what waits for a look, what is on its way, and whether the ledger and the rails agree. Admins only. */
export default async function AdminPayouts({ searchParams }: { searchParams: Promise<{ file?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest' || !isAdmin(actor)) notFound();
  const { language } = actor;
  const t = words(language, 'payouts');
  const all = await adminPayouts(actor, new Date());
  const { file } = await searchParams;
  // What stopped it stands above.
  const stopped = all.rails.some(({ name, faults }) => name === 'manual' && faults.length > 0);
  const waits = all.rails.some(({ name, waiting }) => name === 'manual' && waiting > 0);
  const none = waits ? 'not-now' : 'none';
  const said = file === 'made' ? file : file === 'none' && !stopped ? none : null;
  return (
    <Sheet title={t('admin.title')} intro={t('admin.intro', { points: pointWords(language, all.clearing) })} wide>
      {all.rails.map((rail) => (
        <AdminRail key={rail.name} rail={rail} language={language} />
      ))}
      <Section title={t('admin.held.title')}>
        <List rows={all.held} decisions={['approve', 'cancel']} empty={t('admin.held.empty')} language={language} />
      </Section>
      <Section title={t('admin.reserved.title')}>
        <List rows={all.waiting} decisions={['hold', 'cancel']} empty={t('admin.reserved.empty')} language={language} />
      </Section>
      <Section title={t('admin.open.title')} intro={t('admin.open.intro')}>
        <List rows={all.open} decisions={[]} empty={t('admin.open.empty')} language={language} />
      </Section>
      <Manual files={all.files} said={said} language={language} />
      <Reconciled rails={all.rails} language={language} />
      <Section title={t('admin.tax.title')} intro={t('admin.tax.intro')}>
        <ActionForm
          action={tickTaxFormAction}
          errorWords={errorWords(language)}
          submit={t('admin.tax.button')}
          done={t('admin.tax.done')}
          kind="plain"
          label={t('admin.tax.title')}
          fields={[
            { name: 'handle', label: t('admin.tax.handle'), required: true, maxLength: 64, autoComplete: 'off', dir: 'ltr' },
            { kind: 'check', name: 'there', value: '1', label: t('admin.tax.there') },
          ]}
        />
      </Section>
      <a className="link inline-flex min-h-11 items-center text-sm" href="/admin/log?of=money">
        {t('admin.acts.title')}
      </a>
    </Sheet>
  );
}
