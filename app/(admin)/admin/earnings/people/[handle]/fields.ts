import type { FormField } from '@/components/ui/action-form';
import { PROOF_KINDS } from '@/lib/accounts/proof';
import { words } from '@/lib/core/words';
import { HOLD_REASONS, LINK_REASONS } from '@/lib/earnings/hold-reasons';
import { MAX_WORDS } from '@/lib/earnings/hold-schema';
import type { SeenHold, SeenPerson } from '@/lib/earnings/unusual';
import { ruleWords } from '@/lib/moderation/rule-words';

const choose = (language: string) => ({ value: '', label: words(language, 'holds')('admin.choose') });
const said = (name: string, label: string): FormField => ({
  ...{ kind: 'area', name, label, rows: 3, maxLength: MAX_WORDS, required: true, dir: 'auto' },
});

export function holdFields({ id, handle }: SeenPerson, language: string): FormField[] {
  const t = words(language, 'holds');
  const options = [choose(language), ...HOLD_REASONS.map((value) => ({ value, label: ruleWords(language, value) }))];
  return [
    { kind: 'hidden', name: 'of', value: handle },
    { kind: 'hidden', name: 'memberId', value: id },
    { kind: 'select', name: 'reason', label: t('admin.reason'), value: '', options },
    said('note', t('admin.words-to')),
  ];
}

interface Ending {
  holdId: string;
  /** Null of who has left, to whom nothing can be said. */
  handle: string | null;
  answers: SeenHold['answers'];
}

export function endFields({ holdId, handle, answers }: Ending, language: string): FormField[] {
  const t = words(language, 'holds');
  const labels = { cleared: t('admin.clear'), confirmed: t('admin.confirm') };
  const options = [choose(language), ...answers.map((value) => ({ value, label: labels[value] }))];
  return [
    { kind: 'hidden', name: 'of', value: handle ?? '' },
    { kind: 'hidden', name: 'holdId', value: holdId },
    { kind: 'select', name: 'outcome', label: t('admin.outcome'), value: '', options },
    said('answer', t(handle === null ? 'admin.words-kept' : 'admin.words-to')),
  ];
}

export function linkFields({ handle }: SeenPerson, language: string): FormField[] {
  const t = words(language, 'holds');
  const options = [choose(language), ...LINK_REASONS.map((value) => ({ value, label: t(`link-reasons.${value}`) }))];
  return [
    { kind: 'hidden', name: 'handle', value: handle },
    { name: 'other', label: t('admin.other'), required: true, maxLength: 80, dir: 'ltr' },
    { kind: 'select', name: 'reason', label: t('admin.reason'), value: '', options },
    said('note', t('admin.words-both')),
  ];
}

/** `alone`: the other of the two has left. */
export function unlinkFields({ linkId, handle, alone }: { linkId: string; handle: string; alone: boolean }, language: string): FormField[] {
  return [
    { kind: 'hidden', name: 'of', value: handle },
    { kind: 'hidden', name: 'linkId', value: linkId },
    said('answer', words(language, 'holds')(alone ? 'admin.words-to' : 'admin.words-both')),
  ];
}

export function proofFields({ handle }: SeenPerson, language: string): FormField[] {
  const t = words(language, 'holds');
  const options = [choose(language), ...PROOF_KINDS.map((value) => ({ value, label: t(`proofs.kinds.${value}`) }))];
  return [
    { kind: 'hidden', name: 'handle', value: handle },
    { kind: 'select', name: 'kind', label: t('admin.kind'), value: '', options },
    {
      name: 'shown',
      label: t('admin.shown'),
      hint: t('admin.shown-hint'),
      required: true,
      maxLength: 200,
      autoComplete: 'off',
      dir: 'ltr',
    },
  ];
}
