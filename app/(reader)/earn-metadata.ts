import type { Metadata } from 'next';
import { env } from '@/lib/core/env';
import { UI_LANGUAGES, type UiLanguage } from '@/lib/core/languages';
import { spokenPath } from '@/lib/core/spoken';
import { words } from '@/lib/core/words';

/** The head of /earn in one of the languages in which it can be read. */
export function earnMetadata(language: UiLanguage): Metadata {
  const address = (one: UiLanguage) => `${env().SITE_URL}${spokenPath('/earn', one)}`;
  const languages = Object.fromEntries(UI_LANGUAGES.map((one) => [one, address(one)]));
  const t = words(language, 'earn');
  return { title: t('title'), description: t('lead'), alternates: { canonical: address(language), languages } };
}
