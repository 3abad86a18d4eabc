import { words } from '@/lib/core/words';
import type { AppealOutcome } from './appeal-policy';

/** What came of an appeal, against a sanction or about a comment; that it waits, while there is no outcome. */
export function outcomeWords(language: string, outcome: AppealOutcome | null, ofSanction: boolean): string {
  const t = words(language, 'appeals');
  if (outcome === null) return t('outcome.waiting');
  if (outcome === 'upheld') return t('outcome.upheld');
  if (outcome === 'released') return t('outcome.released');
  if (outcome === 'undone') return t('outcome.undone');
  if (outcome === 'with_ban') return t('outcome.with-ban');
  if (outcome === 'withdrawn') return t('outcome.withdrawn');
  return ofSanction ? t('outcome.reversed-sanction') : t('outcome.reversed');
}
