import type { Metadata } from 'next';
import { ModerationSheet, moderationMetadata } from '../../sheets/moderation';
import { type SpokenProps, spoken, spokenIn } from '../../spoken';

export const generateMetadata = async (props: SpokenProps): Promise<Metadata> => moderationMetadata(await spokenIn(props));

export default async function ModerationIn(props: SpokenProps & { searchParams: Promise<{ before?: string }> }) {
  const { before } = await props.searchParams;
  return spoken(props, (language) => <ModerationSheet language={language} before={before} />);
}
