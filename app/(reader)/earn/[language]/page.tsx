import type { Metadata } from 'next';
import { EarnSheet, earnMetadata } from '../../sheets/earn';
import { type SpokenProps, spoken, spokenIn } from '../../spoken';

export const generateMetadata = async (props: SpokenProps): Promise<Metadata> => earnMetadata(await spokenIn(props));

export default function EarnIn(props: SpokenProps) {
  return spoken(props, (language) => <EarnSheet language={language} />);
}
