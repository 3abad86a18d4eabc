/** Languages whose catalogues are complete. */
export const UI_LANGUAGES = ['en', 'vi', 'ar'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** Each in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<UiLanguage, string>> = { en: 'English', vi: 'Tiếng Việt', ar: 'العربية' };

/** Languages a blog may be written in; its interface words fall back to English where there is no catalogue. */
export const BLOG_LANGUAGES = [
  'en',
  'vi',
  'ar',
  'de',
  'es',
  'fa',
  'fr',
  'he',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'pl',
  'pt',
  'ru',
  'sv',
  'sw',
  'th',
  'tr',
  'uk',
  'ur',
  'yo',
  'zh',
] as const;

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

export const directionOf = (language: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

export function uiLanguage(language: string): UiLanguage {
  return UI_LANGUAGES.find((known) => known === language) ?? 'en';
}
