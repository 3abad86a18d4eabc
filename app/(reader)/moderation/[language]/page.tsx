import type { Metadata } from 'next';
import { NothingHere } from '@/components/viewer/nothing-here';
import { missing } from '@/lib/core/cache-tags';
import { ModerationSheet, moderationMetadata } from '../../sheets/moderation';
import { type SpokenProps, spokenIn } from '../../spoken';

export const generateMetadata = async (props: SpokenProps): Promise<Metadata> => moderationMetadata(await spokenIn(props));

export default async function ModerationIn({ searchParams, ...props }: SpokenProps & { searchParams: Promise<{ before?: string }> }) {
  const language = await spokenIn(props);
  return language ? <ModerationSheet language={language} before={(await searchParams).before} /> : missing(<NothingHere />);
}
