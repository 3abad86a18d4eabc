import type { Metadata } from 'next';
import { TrustSheet, trustMetadata } from '../../sheets/trust';
import { type SpokenProps, spoken, spokenIn } from '../../spoken';

export const generateMetadata = async (props: SpokenProps): Promise<Metadata> => trustMetadata(await spokenIn(props));

export default function TrustIn(props: SpokenProps) {
  return spoken(props, (language) => <TrustSheet language={language} />);
}
