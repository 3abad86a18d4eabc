import type { Metadata } from 'next';
import { EarnSheet, earnMetadata } from '../../sheets/earn';

export const generateMetadata = (): Metadata => earnMetadata('en');

export default function Earn() {
  return <EarnSheet language="en" />;
}
