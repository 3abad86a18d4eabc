import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { NothingHere } from '@/components/viewer/nothing-here';
import { SiteBar } from '@/components/viewer/site-bar';
import { missing } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { LANGUAGE_NAMES, UI_LANGUAGES, type UiLanguage, uiLanguage } from '@/lib/core/languages';
import { spokenPath } from '@/lib/core/spoken';

export interface SpokenProps {
  params: Promise<{ language: string }>;
}

/** The language that a page of the whole site is asked for in; null for none of the interface's. English has the plain address. */
export async function spokenIn({ params }: SpokenProps): Promise<UiLanguage | null> {
  const { language } = await params;
  return language !== 'en' && uiLanguage(language) === language ? uiLanguage(language) : null;
}

/** A page in the language it is asked for in; in none of the interface's there is nothing. */
export async function spoken(props: SpokenProps, page: (language: UiLanguage) => ReactNode): Promise<ReactNode> {
  const language = await spokenIn(props);
  return language ? page(language) : missing(<NothingHere />);
}

/** The head of the page at `path` in one of the languages in which it can be read. */
export function spokenMetadata(path: string, language: UiLanguage | null, said: (language: UiLanguage) => Metadata): Metadata {
  if (!language) return { robots: { index: false } };
  const address = (one: UiLanguage) => `${env().SITE_URL}${spokenPath(path, one)}`;
  const languages = Object.fromEntries(UI_LANGUAGES.map((one) => [one, address(one)]));
  return { ...said(language), alternates: { canonical: address(language), languages } };
}

/** The other languages of the page at `path`. */
export function SpokenLinks({ path, query = '', language }: { path: string; query?: string; language: UiLanguage }) {
  return UI_LANGUAGES.filter((one) => one !== language).map((one) => (
    <a key={one} lang={one} hrefLang={one} href={`${spokenPath(path, one)}${query}`} className="link inline-flex min-h-11 items-center">
      {LANGUAGE_NAMES[one]}
    </a>
  ));
}

/** A page of the whole site in the interface's other languages: the same for everyone who reads it. */
export async function SpokenLayout({ children, params }: SpokenProps & { children: ReactNode }) {
  const language = uiLanguage((await params).language);
  return (
    <Page shared language={language} bar={<SiteBar language={language} />}>
      {children}
    </Page>
  );
}
