import { Table } from '@/components/ui/table';
import { words } from '@/lib/core/words';
import { RULE_FIELDS, type RuleField } from '@/lib/earnings/rule-form';
import { fieldName, fieldValue, type TypedRule } from './rule-words';

interface RuleTableProps {
  rule: TypedRule;
  /** Beside it, what it was before. */
  before?: TypedRule;
  /** All where it is left out. */
  only?: readonly RuleField[];
  caption: string;
  language: string;
}

/** The numbers of a rule, each with what it means. */
export function RuleTable({ rule, before, only, caption, language }: RuleTableProps) {
  const t = words(language, 'epochs');
  const names = only ?? RULE_FIELDS.map(({ name }) => name);
  if (names.length === 0) return <p className="text-soft">{t('rules.same')}</p>;
  return (
    <Table caption={caption} head={[t('rules.number'), t('rules.value'), ...(before ? [t('rules.was')] : [])]}>
      {names.map((name) => (
        <tr key={name} className="tabular-nums">
          <th scope="row" className="border-line border-b px-3 py-2 text-start font-normal">
            {fieldName(name, language)}
          </th>
          <td className="whitespace-nowrap font-medium">{fieldValue(name, rule, language)}</td>
          {before ? <td className="whitespace-nowrap text-soft">{fieldValue(name, before, language)}</td> : null}
        </tr>
      ))}
    </Table>
  );
}
