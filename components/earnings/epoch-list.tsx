import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { words } from '@/lib/core/words';
import type { EpochFigures } from '@/lib/earnings/figures';
import type { Listed } from '@/lib/earnings/inspect';
import { pointsText } from '@/lib/earnings/points';
import { spanWords, standingWords } from './epoch-words';

const sum = (pools: EpochFigures['pools'], of: (pool: EpochFigures['pools'][number]) => bigint): bigint =>
  pools.reduce((all, pool) => all + of(pool), 0n);

/** Every epoch with where it stands; its number leads to the rest. */
export function EpochList({ epochs, language }: { epochs: readonly Listed[]; language: string }) {
  const t = words(language, 'epochs');
  if (epochs.length === 0) return <EmptyState title={t('list.empty')}>{t('list.empty-text')}</EmptyState>;
  const head = [t('list.epoch'), t('list.standing'), t('list.pool'), t('list.paid'), t('list.readers'), t('list.rule')];
  const none = <span className="text-faint">{t('list.not-yet')}</span>;
  return (
    <Table caption={t('list.title')} head={head}>
      {epochs.map((listed) => {
        const { number, pools, ruleVersion, dividedAt } = listed.figures;
        return (
          <tr key={number} className="tabular-nums">
            <th scope="row" className="min-w-44 border-line border-b px-3 py-1 text-start font-normal">
              <a className="link inline-flex min-h-11 items-center font-medium" href={`/admin/earnings/${number}`}>
                {t('name', { number })}
              </a>
              <span className="block text-[13px] text-soft">{spanWords(listed.figures, language)}</span>
            </th>
            <td className="min-w-44">{standingWords(listed, language)}</td>
            <td>
              {pools.length > 0
                ? pointsText(
                    sum(pools, ({ pool }) => pool),
                    language,
                  )
                : none}
            </td>
            <td>
              {dividedAt
                ? pointsText(
                    sum(pools, ({ paid }) => paid ?? 0n),
                    language,
                  )
                : none}
            </td>
            <td>{pools.length > 0 ? String(pools.reduce((all, { readers }) => all + readers, 0)) : none}</td>
            <td>{ruleVersion}</td>
          </tr>
        );
      })}
    </Table>
  );
}
