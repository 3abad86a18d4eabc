import { formats, words } from '@/lib/core/words';
import { pointsText } from '@/lib/earnings/points';
import type { Changes, Preview } from '@/lib/earnings/preview';
import { TrialTable } from './trial-table';

/** What a proposed rule would have made of the last divided epoch, beside what its own rule makes of it. Nobody is named. */
export function RuleEffect({ preview, language }: { preview: Preview; language: string }) {
  const t = words(language, 'epochs');
  const { number } = formats(language);
  const { ruleVersion, readers, of, before, after, changes } = preview;
  return (
    <>
      {readers < of ? <p className="text-sm">{t('rules.sampled', { readers: number(readers), of: number(of) })}</p> : null}
      <TrialTable
        caption={t('rules.effect', { number: preview.number })}
        columns={[
          { head: t('rules.by-own', { version: ruleVersion }), trial: before },
          { head: t('rules.by-new'), trial: after },
        ]}
        language={language}
      />
      <ul className="grid gap-3 text-sm">
        <Side side="more" of={changes.more} language={language} />
        <Side side="less" of={changes.less} language={language} />
        <li>{t('rules.same-count', { count: changes.same })}</li>
      </ul>
    </>
  );
}

function Side({ side, of, language }: { side: 'more' | 'less'; of: Changes['more']; language: string }) {
  const t = words(language, 'epochs');
  const points = (amount: bigint) => pointsText(amount, language);
  const largest = of.largest.map((one) => t('rules.change', { before: points(one.before), after: points(one.after) }));
  return (
    <li className="tabular-nums">
      {t(`rules.${side}`, { count: of.count, sum: points(of.sum) })}
      {largest.length > 0 ? <span className="block text-soft">{t('rules.largest', { changes: largest.join(', ') })}</span> : null}
    </li>
  );
}
