import type { DeskWords } from '@/components/moderation/desk-words';
import { words } from '@/lib/core/words';
import { REMOVAL_REASONS } from '@/lib/moderation/schema';

/** The desk's words; what it fills in itself stays as it is named. */
export function deskWords(language: string): DeskWords {
  const t = words(language, 'queue');
  const moderation = words(language, 'moderation');
  const comments = words(language, 'comments');
  const name = '{name}';
  const keys = [
    ['j', t('keys.next')],
    ['k', t('keys.previous')],
    ['a', t('keys.approve')],
    ['l', t('keys.lower')],
    ['h', t('keys.rebuke')],
    ['r', t('keys.remove')],
    ['1…5', t('keys.reason')],
    ['x', t('keys.select')],
    ['u', t('keys.undo')],
    ['/', t('keys.search')],
    ['?', t('keys.help')],
  ] as const;
  return {
    approve: moderation('queue.approve'),
    lower: t('lower'),
    rebuke: t('rebuke'),
    remove: moderation('queue.remove'),
    removeNow: moderation('queue.remove-now'),
    reason: comments('one.reason'),
    note: moderation('queue.words'),
    reasons: REMOVAL_REASONS.map((value) => ({ value, label: comments(`reasons.${value}`) })),
    select: t('select'),
    selected: t('selected', { count: '{count}' }),
    clear: t('clear'),
    made: {
      approve: t('approved', { name }),
      lower: t('lowered', { name }),
      rebuke: t('rebuked', { name }),
      remove: t('removed', { name }),
    },
    undo: t('undo'),
    undone: t('undone', { name }),
    sending: t('sending'),
    unanswered: t('unanswered'),
    coming: t('coming'),
    end: t('end'),
    next: t('further'),
    list: t('list'),
    shortcuts: t('keys.title'),
    close: t('keys.close'),
    keys: keys.map(([key, does]) => ({ key, does })),
  };
}
