import { words } from '@/lib/core/words';
import type { AppealItem } from '@/lib/moderation/open-appeals';
import { ruleWords } from '@/lib/moderation/rule-words';
import { AppealAbout } from './about';
import { decideAppealAction } from './actions';
import { AppealCard } from './card';

/** An appeal of what was decided about a comment or a person. */
export function Appeal({ item, language }: { item: AppealItem; language: string }) {
  const t = words(language, 'appeals');
  const { decision, bar } = item;
  const ofSanction = item.about.kind !== 'comment';
  const { reason } = decision;
  const barred = bar === 'own' && ofSanction ? t('admin.own-sanction') : bar && t(`admin.${bar}`);
  return (
    <AppealCard
      item={item}
      language={language}
      rule={decision.rule ? ruleWords(language, decision.rule) : reason ? words(language, 'comments')(`reasons.${reason}`) : ''}
      bar={barred}
      reversed={ofSanction ? t('admin.reversed-sanction') : t('admin.reversed')}
      action={decideAppealAction}
    >
      <AppealAbout about={item.about} language={language} />
    </AppealCard>
  );
}
