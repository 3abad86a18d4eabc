import { createFormatter, createTranslator } from 'use-intl/core';
import { type UiLanguage, uiLanguage } from './languages';
import { type Catalogue, catalogues } from './messages/catalogues';

const translators = new Map<string, unknown>();
const formatters = new Map<string, ReturnType<typeof createFormatter>>();

/**
 * The interface's words in `language` (English where there is no catalogue), for one namespace.
 * Works the same in pages, jobs and tests; client components get finished strings as props.
 */
export function words<N extends keyof Catalogue>(language: string, namespace: N): ReturnType<typeof translator<N>> {
  const locale = uiLanguage(language);
  // Made once: a page asks for the same ones a hundred times.
  const key = `${locale} ${namespace}`;
  const known = translators.get(key) ?? translator(locale, namespace);
  translators.set(key, known);
  return known as ReturnType<typeof translator<N>>;
}

function translator<N extends keyof Catalogue>(locale: UiLanguage, namespace: N) {
  const translate = createTranslator({ locale, messages: catalogues[locale], namespace });
  return Object.assign(keeping(translate as unknown as Translate), translate) as typeof translate;
}

type Translate = (key: string, ...values: unknown[]) => string;

/** Without values a message is always the same string: it is looked for once. */
function keeping(translate: Translate): Translate {
  const known = new Map<string, string>();
  return (key, ...values) => {
    if (values.length > 0) return translate(key, ...values);
    const text = known.get(key) ?? translate(key);
    known.set(key, text);
    return text;
  };
}

/** Dates and numbers as `language` writes them, in UTC. */
export function formats(language: string): ReturnType<typeof createFormatter> {
  const known = formatters.get(language) ?? createFormatter({ locale: language, timeZone: 'UTC' });
  formatters.set(language, known);
  return known;
}
