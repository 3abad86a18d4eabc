import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/sheet';
import { env } from '@/lib/core/env';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { amountWords } from '@/lib/payouts/amount';
import type { AdminRail as Rail } from '@/lib/payouts/queries';
import { clearFaultAction, setRailAction } from './actions';
import { SettingFields } from './setting-fields';

/** One way of paying out: whether it is on, how the day goes, what stopped it, and its settings with what each means. */
export function AdminRail({ rail, language }: { rail: Rail; language: string }) {
  const { name, setting, configured, faults, waiting, spentToday } = rail;
  const t = words(language, 'payouts');
  const errors = errorWords(language);
  const amount = (units: bigint) => amountWords(language, units, setting?.decimals ?? 0);
  return (
    <Section title={t(`rails.${name}`)}>
      <div className="grid justify-items-start gap-2 text-sm">
        <Badge tone={setting?.on ? 'ok' : 'plain'}>{setting?.on ? t('admin.on') : t('admin.off')}</Badge>
        {setting ? (
          <>
            <p className="tabular-nums">{t('admin.worth', { worth: amount(setting.worth), unit: setting.unit })}</p>
            <p className="tabular-nums">
              {t('admin.today', { spent: amount(spentToday), cap: amount(setting.dailyCap), unit: setting.unit })}{' '}
              {t('admin.waiting', { count: waiting })}
            </p>
          </>
        ) : null}
      </div>
      {configured ? null : <Notice tone="plain">{t('admin.not-configured')}</Notice>}
      {configured && name === 'solana' && env().SOLANA_CHAIN === 'demo' ? <Notice tone="amber">{t('admin.demo')}</Notice> : null}
      {faults.map(({ id, code }) => (
        <Notice key={id} tone="bad">
          <p className="mb-2">{t('admin.stopped', { why: t(`admin.faults.${code as 'refused'}`) })}</p>
          <ActionForm
            action={clearFaultAction}
            errorWords={errors}
            submit={t('admin.go-on')}
            kind="plain"
            small
            label={t('admin.go-on')}
            fields={[{ kind: 'hidden', name: 'faultId', value: id }]}
          />
        </Notice>
      ))}
      <details>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center text-sm">{t('admin.set.title')}</summary>
        <div className="mt-3">
          <SettingFields name={name} setting={setting} most={rail.most} action={setRailAction} errors={errors} language={language} />
        </div>
      </details>
    </Section>
  );
}
