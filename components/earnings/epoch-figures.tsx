import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import type { PoolFigures } from '@/lib/earnings/figures';
import { hourText, pointsText } from '@/lib/earnings/points';

/** Both pools of an epoch, beside each other. */
export function EpochFigures({ pools, language }: { pools: readonly PoolFigures[]; language: string }) {
  const t = words(language, 'epochs');
  const { number } = formats(language);
  const points = (amount: bigint | null) => (amount === null ? t('list.not-yet') : pointsText(amount, language));
  const rows: { name: string; of: (pool: PoolFigures) => string }[] = [
    { name: t('figures.pool'), of: ({ pool }) => points(pool) },
    { name: t('figures.paid'), of: ({ paid }) => points(paid) },
    { name: t('figures.carry'), of: ({ carry }) => points(carry) },
    {
      name: t('figures.gamma'),
      of: ({ gamma, paid }) => (paid === null ? points(null) : gamma ? hourText(gamma, language) : t('figures.fits')),
    },
    { name: t('figures.readers'), of: ({ readers }) => number(readers) },
    { name: t('figures.payees'), of: ({ payees }) => number(payees) },
  ];
  return (
    <Table caption={t('figures.caption')} head={[t('figures.figure'), ...pools.map(({ kind }) => t(`pools.${kind}`))]}>
      {rows.map(({ name, of }) => (
        <tr key={name} className="tabular-nums">
          <th scope="row" className="border-line border-b px-3 py-2 text-start font-normal">
            {name}
          </th>
          {pools.map((pool) => (
            <td key={pool.kind}>{of(pool)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
