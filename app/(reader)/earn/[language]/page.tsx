import type { Metadata } from 'next';
import { NothingHere } from '@/components/viewer/nothing-here';
import { missing } from '@/lib/core/cache-tags';
import { uiLanguage } from '@/lib/core/languages';
import { earnMetadata } from '../../earn-metadata';
import { EarnSheet } from '../../earn-sheet';

interface Props {
  params: Promise<{ language: string }>;
}

/** English has the plain address. */
const spokenIn = (asked: string) => (asked !== 'en' && uiLanguage(asked) === asked ? uiLanguage(asked) : null);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = spokenIn((await params).language);
  return language ? earnMetadata(language) : { robots: { index: false } };
}

export default async function EarnIn({ params }: Props) {
  const language = spokenIn((await params).language);
  return language ? <EarnSheet language={language} /> : missing(<NothingHere />);
}
