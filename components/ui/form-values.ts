import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';

/** The words of what is wrong with one field, if anything: of each key that is named, and of its line where it names one. */
export function fieldError(answer: Answer<unknown>, name: string, errorWords: ErrorWords): string | undefined {
  if (answer.kind !== 'refused') return undefined;
  const said = answer.fields[name]?.split(' ').map((named) => {
    const [key = '', line = ''] = named.split(':');
    return (errorWords.fields[key] ?? errorWords.fields.wrong)?.replace('{line}', line);
  });
  return said?.join(' ');
}

/** What was typed into a field before the form was refused. */
export function typedValue(answer: Answer<unknown>, name: string): string | undefined {
  return answer.kind === 'refused' || answer.kind === 'bug' ? answer.typed[name] : undefined;
}
