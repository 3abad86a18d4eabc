import { Table } from '@/components/ui/table';
import { words } from '@/lib/core/words';
import { pointBudget } from '@/lib/earnings/budget';
import { pointsText } from '@/lib/earnings/points';
import { type RuleNumbers, TIERS } from '@/lib/earnings/rule';

interface BudgetTableProps {
  rule: RuleNumbers;
  /** Beside it, what it was before. */
  before?: RuleNumbers;
  caption: string;
  language: string;
}

/** The most that an account moves by what it has proven: what follows from the table of forging costs. */
export function BudgetTable({ rule, before, caption, language }: BudgetTableProps) {
  const t = words(language, 'epochs');
  const most = (numbers: RuleNumbers, tier: (typeof TIERS)[number]) =>
    t('points', { amount: pointsText(pointBudget(tier, numbers), language) });
  return (
    <Table caption={`${caption}: ${t('rules.budgets')}`} head={[t('rules.budgets'), t('rules.value'), ...(before ? [t('rules.was')] : [])]}>
      {TIERS.map((tier) => (
        <tr key={tier} className="tabular-nums">
          <th scope="row" className="border-line border-b px-3 py-2 text-start font-normal">
            {t(`tiers.${tier}`)}
          </th>
          <td className="whitespace-nowrap font-medium">{most(rule, tier)}</td>
          {before ? <td className="whitespace-nowrap text-soft">{most(before, tier)}</td> : null}
        </tr>
      ))}
    </Table>
  );
}
