import { reasonFields } from '@/components/moderation/reason-fields';
import type { FormField } from '@/components/ui/action-form';
import { words } from '@/lib/core/words';
import { SANCTION_KINDS } from '@/lib/moderation/schema';
import type { Record } from '@/lib/moderation/standing';

/** Fields of the form that limits, suspends or bans. */
export function sanctionFields(record: Record, language: string): FormField[] {
  const t = words(language, 'sanctions');
  const { person, where } = shared(record, language);
  const options = SANCTION_KINDS.map((value) => ({ value, label: t(`person.kinds.${value}`) }));
  return [
    person,
    { kind: 'select', name: 'kind', label: t('person.kind'), value: 'limited', options },
    where,
    { name: 'days', label: t('person.days'), hint: t('person.days-hint'), type: 'number', value: '7' },
    ...reasonFields(language),
  ];
}

/** Fields of the form that bans and removes. */
export function sweepFields(record: Record, language: string): FormField[] {
  const t = words(language, 'sanctions');
  const { person, where } = shared(record, language);
  const days = { name: 'days', label: t('sweep.days'), hint: t('sweep.days-hint'), type: 'number', value: '7' };
  return [person, where, days, ...reasonFields(language)];
}

function shared(record: Record, language: string) {
  const t = words(language, 'sanctions');
  const places = record.blogs.map(({ id, name }) => ({ value: id, label: name }));
  return {
    person: { kind: 'hidden', name: 'handle', value: record.handle },
    where: {
      kind: 'select',
      name: 'blogId',
      label: t('person.where'),
      value: record.site ? '' : (record.blogs[0]?.id ?? ''),
      options: [...(record.site ? [{ value: '', label: t('person.site') }] : []), ...places],
    },
  } as const satisfies { [name: string]: FormField };
}
