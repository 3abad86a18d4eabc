import type { ComponentProps, ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';

interface Row {
  id: string;
  shown: ReactNode;
  /** What the button is about. */
  name: string;
  since: Date;
  fields: ComponentProps<typeof ActionForm>['fields'];
}

interface RowsProps {
  rows: readonly Row[];
  none: string;
  submit: string;
  action: ComponentProps<typeof ActionForm>['action'];
  language: string;
}

/** What somebody once chose, each with the day and a button that ends it. */
export function Rows({ rows, none, submit, action, language }: RowsProps) {
  const t = words(language, 'accounts');
  if (rows.length === 0) return <p className="text-soft">{none}</p>;
  return (
    <ul className="grid gap-2">
      {rows.map(({ id, shown, name, since, fields }) => (
        <li key={id} className="flex min-h-11 flex-wrap items-center gap-3 border-line border-b py-2 text-sm">
          <span className="grow">
            {shown}
            <span className="block text-[13px] text-faint">
              {t('settings.since', { date: formats(language).dateTime(since, { dateStyle: 'medium' }) })}
            </span>
          </span>
          <div>
            <ActionForm action={action} errorWords={errorWords(language)} submit={submit} kind="plain" small label={name} fields={fields} />
          </div>
        </li>
      ))}
    </ul>
  );
}
