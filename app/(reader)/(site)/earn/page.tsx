import type { Metadata } from 'next';
import { earnMetadata } from '../../earn-metadata';
import { EarnSheet } from '../../earn-sheet';

export const generateMetadata = (): Metadata => earnMetadata('en');

export default function Earn() {
  return <EarnSheet language="en" />;
}
