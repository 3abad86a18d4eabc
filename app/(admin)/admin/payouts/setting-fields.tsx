import { type RailForm, SettingForm } from '@/components/payouts/setting-form';
import type { FormAction } from '@/components/ui/use-form-action';
import { decimalOf } from '@/lib/core/decimal';
import type { ErrorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import type { RailName, Setting } from '@/lib/payouts/setting';

interface SettingFieldsProps {
  name: RailName;
  setting: Setting | null;
  /** The most that 1,000 points may be paid with, 10⁻⁶ of the unit. */
  most: { amount: bigint; unit: string };
  action: FormAction;
  errors: ErrorWords;
  language: string;
}

/** The form of a rail's settings, each with what it means. A rail that was never set begins with every gate closed. */
export function SettingFields({ name, setting, most, action, errors, language }: SettingFieldsProps) {
  const t = words(language, 'payouts');
  const decimals = setting?.decimals ?? (name === 'solana' ? 6 : 2);
  const money = (units: bigint | undefined) => (units === undefined ? '' : decimalOf(units, decimals));
  const text: RailForm['text'] = [
    { name: 'unit', label: t('admin.set.unit'), hint: t('admin.set.unit-hint'), value: setting?.unit ?? '' },
    { name: 'decimals', label: t('admin.set.decimals'), hint: t('admin.set.decimals-hint'), value: String(decimals) },
    {
      name: 'worth',
      label: t('admin.set.worth'),
      hint: t('admin.set.worth-hint', { most: decimalOf(most.amount, 6), unit: most.unit }),
      value: money(setting?.worth),
    },
    {
      name: 'minimum',
      label: t('admin.set.minimum'),
      hint: t('admin.set.minimum-hint'),
      value: setting ? decimalOf(setting.minimum, 3) : '',
    },
    { name: 'dailyCap', label: t('admin.set.cap'), hint: t('admin.set.cap-hint'), value: money(setting?.dailyCap) },
    { name: 'countries', label: t('admin.set.countries'), hint: t('admin.set.countries-hint'), value: setting?.countries.join(' ') ?? '' },
  ];
  const checks: RailForm['checks'] = [
    { name: 'identity', label: t('admin.set.identity'), hint: t('admin.set.identity-hint'), on: setting?.identity ?? true },
    { name: 'taxForm', label: t('admin.set.tax'), hint: t('admin.set.tax-hint'), on: setting?.taxForm ?? true },
    { name: 'firstLooked', label: t('admin.set.first'), hint: t('admin.set.first-hint'), on: setting?.firstLooked ?? true },
    { name: 'on', label: t('admin.set.on'), hint: '', on: setting?.on ?? false },
  ];
  return (
    <SettingForm
      form={{ rail: name, title: t(`rails.${name}`), submit: t('admin.set.button'), done: t('admin.set.done'), text, checks }}
      action={action}
      errorWords={errors}
    />
  );
}
