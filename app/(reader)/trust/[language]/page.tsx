import type { Metadata } from 'next';
import { NothingHere } from '@/components/viewer/nothing-here';
import { missing } from '@/lib/core/cache-tags';
import { TrustSheet, trustMetadata } from '../../sheets/trust';
import { type SpokenProps, spokenIn } from '../../spoken';

export const generateMetadata = async (props: SpokenProps): Promise<Metadata> => trustMetadata(await spokenIn(props));

export default async function TrustIn(props: SpokenProps) {
  const language = await spokenIn(props);
  return language ? <TrustSheet language={language} /> : missing(<NothingHere />);
}
