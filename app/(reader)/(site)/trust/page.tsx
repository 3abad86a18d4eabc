import type { Metadata } from 'next';
import { TrustSheet, trustMetadata } from '../../sheets/trust';

export const generateMetadata = (): Metadata => trustMetadata('en');

export default function Trust() {
  return <TrustSheet language="en" />;
}
