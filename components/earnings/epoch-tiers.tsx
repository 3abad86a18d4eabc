import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import type { TierFigures } from '@/lib/earnings/checks';
import { pointsText } from '@/lib/earnings/points';
import { TIERS } from '@/lib/earnings/rule';

/** Readers of an epoch by what they have proven. */
export function EpochTiers({ tiers, language }: { tiers: readonly TierFigures[]; language: string }) {
  const t = words(language, 'epochs');
  const { number } = formats(language);
  const name = (tier: string) => {
    const known = TIERS.find((one) => one === tier);
    return known ? t(`tiers.${known}`) : tier;
  };
  return (
    <Table caption={t('one.tiers')} head={[t('one.tier'), t('one.tier-readers'), t('one.tier-budgets'), t('one.tier-moved')]}>
      {tiers.map(({ tier, readers, budgets, moved }) => (
        <tr key={tier} className="tabular-nums">
          <th scope="row" className="border-line border-b px-3 py-2 text-start font-normal">
            {name(tier)}
          </th>
          <td>{number(readers)}</td>
          <td>{pointsText(budgets, language)}</td>
          <td>{pointsText(moved, language)}</td>
        </tr>
      ))}
    </Table>
  );
}
