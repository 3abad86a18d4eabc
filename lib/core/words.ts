import { createFormatter, createTranslator } from 'use-intl/core';
import { type UiLanguage, uiLanguage } from './languages';
import { type Catalogue, catalogues } from './messages/catalogues';

/**
 * The interface's words in `language` (English where there is no catalogue), for one namespace.
 * Works the same in pages, jobs and tests; client components get finished strings as props.
 */
export function words<N extends keyof Catalogue>(language: string, namespace: N) {
  const locale: UiLanguage = uiLanguage(language);
  return createTranslator({ locale, messages: catalogues[locale], namespace });
}

/** Dates and numbers as `language` writes them, in UTC. */
export function formats(language: string) {
  return createFormatter({ locale: language, timeZone: 'UTC' });
}
