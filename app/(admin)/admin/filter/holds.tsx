import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import type { FalseHolds } from '@/lib/relevance/learned/false-holds';

interface HoldsProps {
  caption: string;
  /** What its rows are of. */
  of: string;
  rows: readonly FalseHolds[];
  name: (of: string) => string;
  language: string;
}

/** How often the filter was wrong against people, a row for each language or age. */
export function Holds({ caption, of, rows, name, language }: HoldsProps) {
  const t = words(language, 'filter');
  const { number } = formats(language);
  return (
    <Table caption={caption} head={[of, t('holds.decided'), t('holds.held'), t('holds.approved'), t('holds.share')]}>
      {rows.map((row) => (
        <tr key={row.of} className="tabular-nums">
          <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-normal">
            {name(row.of)}
          </th>
          <td>{number(row.decided)}</td>
          <td>{number(row.held)}</td>
          <td>{number(row.approved)}</td>
          <td>{row.share === null ? t('holds.none') : number(row.share, { style: 'percent', maximumFractionDigits: 1 })}</td>
        </tr>
      ))}
    </Table>
  );
}
