import type { FormField } from '@/components/ui/action-form';
import { words } from '@/lib/core/words';
import { REMOVAL_REASONS } from '@/lib/moderation/schema';

/** What whoever decides against somebody says of why: a reason of the closed set, none chosen yet, and words to the person. */
export function reasonFields(language: string) {
  const t = words(language, 'moderation');
  const comments = words(language, 'comments');
  const reasons = REMOVAL_REASONS.map((value) => ({ value, label: comments(`reasons.${value}`) }));
  const choose = { value: '', label: t('queue.choose') };
  return [
    { kind: 'select', name: 'reason', label: comments('one.reason'), options: [choose, ...reasons], value: '' },
    { kind: 'area', name: 'note', label: t('queue.words'), rows: 3, maxLength: 1000, dir: 'auto' },
  ] as const satisfies FormField[];
}
