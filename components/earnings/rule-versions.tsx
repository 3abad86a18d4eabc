import { formats, words } from '@/lib/core/words';
import { typedRule } from '@/lib/earnings/rule-form';
import type { AnnouncedRule } from '@/lib/earnings/rules';
import { RuleTable } from './rule-table';
import { differing } from './rule-words';

/** Every version that was announced, the latest first, each with what it changed of the one before it. */
export function RuleVersions({ rules, language }: { rules: readonly AnnouncedRule[]; language: string }) {
  const t = words(language, 'epochs');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium' });
  return (
    <ol className="grid gap-4">
      {rules.map(({ rule, startsAt, words: said, announcedAt, withdrawn }, place) => {
        const before = rules.slice(place + 1).find((one) => !one.withdrawn);
        const typed = typedRule(rule);
        return (
          <li key={rule.version} className="grid gap-2 border-line border-b pb-4">
            <h3 className="font-medium">{t('rules.version', { version: rule.version })}</h3>
            <p className="text-sm text-soft">
              {before
                ? `${t('rules.from', { date: date(startsAt) })}, ${t('rules.announced', { date: date(announcedAt) })}`
                : t('rules.since-ever')}
              {withdrawn ? (
                <b className="block font-medium text-bad">{t('rules.withdrawn', { date: date(withdrawn.at), words: withdrawn.words })}</b>
              ) : null}
            </p>
            {said ? (
              <p dir="auto" className="text-sm [overflow-wrap:anywhere]">
                {said}
              </p>
            ) : null}
            {before ? (
              <RuleTable
                rule={typed}
                before={typedRule(before.rule)}
                only={differing(typed, typedRule(before.rule))}
                caption={t('rules.version', { version: rule.version })}
                language={language}
              />
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
