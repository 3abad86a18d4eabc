import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { heldWords } from '@/lib/moderation/held-words';
import type { Record } from '@/lib/moderation/standing';
import { liftAction } from '../../actions';

/** What holds against somebody, each with its end. */
export function HeldList({ record, language }: { record: Record; language: string }) {
  const t = words(language, 'sanctions');
  if (record.held.length === 0) return <p className="text-soft">{t('person.none')}</p>;
  return (
    <ul className="grid gap-4">
      {record.held.map((held) => (
        <li key={held.id} className="grid gap-2">
          {heldWords(language, held).map((line) => (
            <p key={line} dir="auto" className="text-sm first:font-medium">
              {line}
            </p>
          ))}
          {record.site || held.blog !== null ? (
            <ActionForm
              action={liftAction}
              errorWords={errorWords(language)}
              submit={t('person.lift')}
              kind="plain"
              label={t('person.lift')}
              fields={[
                { kind: 'hidden', name: 'handle', value: record.handle },
                { kind: 'hidden', name: 'sanctionId', value: held.id },
              ]}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
