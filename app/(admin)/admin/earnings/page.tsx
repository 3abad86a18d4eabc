import { notFound } from 'next/navigation';
import { Acts } from '@/components/earnings/acts';
import { EpochList } from '@/components/earnings/epoch-list';
import { LedgerAudit } from '@/components/earnings/ledger-audit';
import { Running } from '@/components/earnings/running';
import { ActionForm } from '@/components/ui/action-form';
import { Section, Sheet } from '@/components/ui/sheet';
import { isAdmin } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { knownActs, stepsNow } from '@/lib/earnings/acts';
import { estimateRunning } from '@/lib/earnings/estimate';
import { auditTrouble, lastAudit } from '@/lib/earnings/figures';
import { listEpochs } from '@/lib/earnings/inspect';
import { setStepsAction } from './actions';
import { Tabs } from './tabs';

const ACTS = 30;

/** The epochs, what the running one would come to, whether the ledger holds, and what admins did about all of it. */
export default async function Earnings() {
  const actor = await currentActor();
  if (actor.kind === 'guest' || !isAdmin(actor)) notFound();
  const { language } = actor;
  const t = words(language, 'epochs');
  const now = new Date();
  const [epochs, audit, steps] = [await listEpochs(actor), await lastAudit(), await stepsNow()];
  const [estimate, acts] = [await estimateRunning(actor, now), await knownActs({ most: ACTS })];
  const mode = steps.byItself ? 'by-itself' : 'by-hand';
  const other = steps.byItself ? 'by-hand' : 'by-itself';
  return (
    <Sheet title={t('title')} intro={t('intro')} wide>
      <Tabs current="epochs" language={language} />
      <Section title={t('audit.title')}>
        <LedgerAudit audit={audit} trouble={auditTrouble(audit, now)} language={language} />
      </Section>
      <Section title={t('list.title')}>
        <EpochList epochs={epochs} language={language} />
      </Section>
      <Section title={t('running.title')}>
        <Running estimate={estimate} language={language} />
      </Section>
      <Section title={t('steps.title')} intro={t(`steps.${mode}`)}>
        <ActionForm
          action={setStepsAction}
          errorWords={errorWords(language)}
          submit={t(`steps.to-${other}`)}
          kind="plain"
          label={t('steps.title')}
          fields={[{ kind: 'hidden', name: 'steps', value: other }]}
        />
      </Section>
      <Section title={t('acts.title')}>
        <Acts acts={acts} language={language} />
        <a className="link inline-flex min-h-11 items-center text-sm" href="/admin/log?of=money">
          {t('acts.all')}
        </a>
      </Section>
    </Sheet>
  );
}
