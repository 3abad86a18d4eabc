import { words } from '@/lib/core/words';
import { linkGroundWords } from '@/lib/earnings/hold-words';
import type { Plea } from '@/lib/earnings/open-pleas';
import { ruleWords } from '@/lib/moderation/rule-words';
import { answerEarningAction } from './actions';
import { AppealCard } from './card';

function aboutWords({ about }: Plea, language: string): string {
  const t = words(language, 'holds');
  if (about.kind === 'link') return t('admin.plea-about-link', { reason: linkGroundWords(language, about) });
  return t(about.confirmed ? 'admin.plea-about-confirmed' : 'admin.plea-about-hold', { reason: ruleWords(language, about.reason) });
}

/** An appeal about what somebody earns. */
export function PleaItem({ plea, language }: { plea: Plea; language: string }) {
  const t = words(language, 'holds');
  const { bar, about } = plea;
  return (
    <AppealCard
      item={plea}
      language={language}
      bar={bar && t(`admin.bars.${bar}`)}
      reversed={t(about.kind === 'link' ? 'admin.plea-lift' : 'admin.plea-clear')}
      action={answerEarningAction}
    >
      <div className="grid gap-1 text-sm">
        <p dir="auto" className="font-medium text-base">
          {aboutWords(plea, language)}
        </p>
        <p>
          <a className="link inline-flex min-h-11 items-center gap-x-1" href={`/admin/earnings/people/${encodeURIComponent(plea.handle)}`}>
            {t('admin.plea-see')}: <bdi>@{plea.handle}</bdi>
          </a>
        </p>
      </div>
    </AppealCard>
  );
}
