import { uiLanguage } from './languages';

/** Where a page of the whole site stands in another of the interface's languages: `/earn/ar`. English has the plain address. */
export function spokenPath(path: string, language: string): string {
  const spoken = uiLanguage(language);
  return spoken === 'en' ? path : `${path}/${spoken}`;
}
