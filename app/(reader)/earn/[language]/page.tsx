import type { Metadata } from 'next';
import { NothingHere } from '@/components/viewer/nothing-here';
import { missing } from '@/lib/core/cache-tags';
import { EarnSheet, earnMetadata } from '../../sheets/earn';
import { type SpokenProps, spokenIn } from '../../spoken';

export const generateMetadata = async (props: SpokenProps): Promise<Metadata> => earnMetadata(await spokenIn(props));

export default async function EarnIn(props: SpokenProps) {
  const language = await spokenIn(props);
  return language ? <EarnSheet language={language} /> : missing(<NothingHere />);
}
