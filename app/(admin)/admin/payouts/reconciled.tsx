import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { amountWords, pointWords } from '@/lib/payouts/amount';
import type { AdminRail } from '@/lib/payouts/queries';
import { reconcileAction } from './actions';

/** What the last comparison of each rail with the ledger found. */
export function Reconciled({ rails, language }: { rails: readonly AdminRail[]; language: string }) {
  const t = words(language, 'payouts');
  const compared = rails.filter(({ last }) => last);
  return (
    <div id="reconciled" className="scroll-mt-20">
      <Section title={t('admin.reconciled.title')}>
        {compared.length === 0 ? <p className="text-soft">{t('admin.reconciled.none')}</p> : null}
        {compared.map((rail) => (
          <One key={rail.name} rail={rail} language={language} />
        ))}
        <ActionForm
          action={reconcileAction}
          errorWords={errorWords(language)}
          submit={t('admin.reconciled.now')}
          kind="plain"
          label={t('admin.reconciled.now')}
          fields={[]}
        />
      </Section>
    </div>
  );
}

function One({ rail: { name, setting, last }, language }: { rail: AdminRail; language: string }) {
  const t = words(language, 'payouts');
  if (!last) return null;
  const { at, settled, open, clearing, treasury, faults } = last;
  const [unit, digits] = [setting?.unit ?? '', setting?.decimals ?? 0];
  const date = formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const amount = (units: bigint) => amountWords(language, units, digits);
  return (
    <Notice tone={faults.length > 0 ? 'bad' : 'ok'}>
      <p className="font-semibold">{t(`rails.${name}`)}</p>
      <p className="tabular-nums">
        {t('admin.reconciled.line', { date, settled: amount(settled), unit, open, clearing: pointWords(language, clearing) })}
      </p>
      {treasury === null ? null : <p className="tabular-nums">{t('admin.reconciled.treasury', { amount: amount(treasury), unit })}</p>}
      {faults.length === 0 ? <p>{t('admin.reconciled.well')}</p> : null}
      {faults.map(({ code, what }) => (
        <p key={`${code} ${what}`} className="break-all">
          {t(`admin.found.${code}`, { what })}
        </p>
      ))}
    </Notice>
  );
}
