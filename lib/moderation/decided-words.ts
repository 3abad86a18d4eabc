import { words } from '@/lib/core/words';
import { ruleWords } from './rule-words';

/** Who decided that it holds: a moderator, or a machine by a rule, which is named. */
export function decidedWords(language: string, by: { byMachine: boolean; rule: string } | null | undefined): string[] {
  const t = words(language, 'appeals');
  if (!by?.byMachine) return [t('told.by-human')];
  return [t('told.by-machine'), t('told.rule', { rule: ruleWords(language, by.rule) })];
}
