import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { errorWords } from '@/lib/core/error-words';
import type { FieldErrors } from '@/lib/core/refused';
import { words } from '@/lib/core/words';
import { RULE_FIELDS } from '@/lib/earnings/rule-form';
import { fieldHint, fieldName, type TypedRule } from './rule-words';

interface ProposeFormProps {
  typed: TypedRule;
  faults: FieldErrors;
  language: string;
}

/** Asks for the numbers of a proposed rule and leads to their effect: a form that only looks. */
export function ProposeForm({ typed, faults, language }: ProposeFormProps) {
  const t = words(language, 'epochs');
  const { fields } = errorWords(language);
  return (
    <form action="/admin/earnings/rules#effect" className="grid gap-5" aria-label={t('rules.propose')}>
      <input type="hidden" name="preview" value="1" />
      {Object.keys(faults).length > 0 ? <Notice tone="bad">{t('rules.wrong')}</Notice> : null}
      <div className="grid items-start gap-x-6 gap-y-5 sm:grid-cols-2">
        {RULE_FIELDS.map(({ name, kind }) => (
          <Field
            key={name}
            label={fieldName(name, language)}
            name={name}
            defaultValue={typed[name]}
            hint={fieldHint(name, language)}
            error={faults[name] ? (fields[faults[name]] ?? fields.wrong) : undefined}
            dir="ltr"
            maxLength={24}
            {...(kind === 'count' ? { inputMode: 'numeric' as const } : {})}
          />
        ))}
      </div>
      <div>
        <Button>{t('rules.preview')}</Button>
      </div>
    </form>
  );
}
