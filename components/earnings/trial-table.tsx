import { Table } from '@/components/ui/table';
import { words } from '@/lib/core/words';
import { hourText, pointsText } from '@/lib/earnings/points';
import type { Trial } from '@/lib/earnings/trial';

type Figures = Omit<Trial, 'payees'>;

interface TrialTableProps {
  /** Each with what stands above it. */
  columns: readonly { head: string; trial: Figures }[];
  caption: string;
  language: string;
}

/** One division in figures, or several beside each other. */
export function TrialTable({ columns, caption, language }: TrialTableProps) {
  const t = words(language, 'epochs');
  const points = (amount: bigint | undefined) => pointsText(amount ?? 0n, language);
  const poolOf = (trial: Figures, kind: 'main' | 'quarantine') => trial.pools.find((one) => one.kind === kind);
  const rows = (['main', 'quarantine'] as const).flatMap((kind) => {
    const line = (name: string, of: (trial: Figures) => string) => ({ name: `${t(`pools.${kind}`)}: ${name}`, of });
    return [
      line(t('figures.pool'), (trial) => points(poolOf(trial, kind)?.pool)),
      line(t('figures.paid'), (trial) => points(poolOf(trial, kind)?.paid)),
      line(t('figures.carry'), (trial) => points(poolOf(trial, kind)?.carry)),
      line(t('figures.gamma'), (trial) => {
        const gamma = poolOf(trial, kind)?.gamma;
        return gamma ? hourText(gamma, language) : t('figures.fits');
      }),
    ];
  });
  const tiers = (['none', 'phone', 'card', 'identity'] as const).flatMap((tier) => {
    const of = (trial: Figures) => trial.tiers.find((one) => one.tier === tier);
    const count = Math.max(...columns.map(({ trial }) => of(trial)?.readers ?? 0));
    return count === 0
      ? []
      : [{ name: t('figures.of', { tier: t(`tiers.${tier}`), count }), of: (trial: Figures) => points(of(trial)?.moved) }];
  });
  const rewards = { name: t('figures.rewards'), of: (trial: Figures) => points(trial.rewards) };
  return (
    <Table caption={caption} head={[t('figures.figure'), ...columns.map(({ head }) => head)]}>
      {[...rows, rewards, ...tiers].map(({ name, of }) => (
        <tr key={name} className="tabular-nums">
          <th scope="row" className="min-w-44 border-line border-b px-3 py-2 text-start font-normal">
            {name}
          </th>
          {columns.map(({ head, trial }) => (
            <td key={head}>{of(trial)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
