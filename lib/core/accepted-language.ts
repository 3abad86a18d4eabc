import { UI_LANGUAGES, type UiLanguage } from './languages';

/** The first language of an Accept-Language header that BULB speaks. */
export function accepted(header: string): UiLanguage {
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.split('=')[1] ?? 1);
      return { language: tag.split('-')[0], quality };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of wanted) {
    const known = UI_LANGUAGES.find((one) => one === language);
    if (known) return known;
  }
  return 'en';
}
