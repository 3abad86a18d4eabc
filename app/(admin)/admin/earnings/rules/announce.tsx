import type { TypedRule } from '@/components/earnings/rule-words';
import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { RULE_FIELDS } from '@/lib/earnings/rule-form';
import { comingStarts } from '@/lib/earnings/rules';
import { announceRuleAction } from '../actions';

interface AnnounceProps {
  typed: TypedRule;
  version: number;
  now: Date;
  language: string;
}

/** Announces the numbers whose effect was just shown. */
export async function Announce({ typed, version, now, language }: AnnounceProps) {
  const t = words(language, 'epochs');
  const { dateTime } = formats(language);
  const starts = (await comingStarts(now)).map((start) => ({
    value: String(start),
    label: dateTime(new Date(start), { dateStyle: 'full' }),
  }));
  return (
    <>
      <h3 className="font-semibold">{t('rules.announce-title', { version })}</h3>
      <ActionForm
        action={announceRuleAction}
        errorWords={errorWords(language)}
        submit={t('rules.announce')}
        label={t('rules.announce-title', { version })}
        fields={[
          { kind: 'hidden', name: 'version', value: String(version) },
          ...RULE_FIELDS.map(({ name }) => ({ kind: 'hidden' as const, name, value: typed[name] })),
          { kind: 'select', name: 'startsAt', label: t('rules.starts'), options: starts, value: starts[0]?.value ?? '' },
          { kind: 'area', name: 'words', label: t('rules.words'), hint: t('rules.words-hint'), rows: 3, maxLength: 1_000, dir: 'auto' },
        ]}
      />
    </>
  );
}
