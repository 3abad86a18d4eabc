import { uiLanguage } from './languages';
import { catalogues } from './messages/catalogues';
import type { Reason } from './refused';

/** The words of refusals and faults as plain text, so that client components can have them as a prop. */
export interface ErrorWords {
  reasons: Record<Reason, string>;
  /** By the key a schema gives, such as `too-short`. */
  fields: Record<string, string>;
  /** Contains `{id}`. */
  bug: string;
  /** Contains `{seconds}`. */
  wait: string;
}

export function errorWords(language: string): ErrorWords {
  const { reasons, fields, bug, wait } = catalogues[uiLanguage(language)].errors;
  return { reasons, fields, bug, wait };
}
