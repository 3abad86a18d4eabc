import type { Metadata } from 'next';
import { NothingHere } from '@/components/viewer/nothing-here';
import { missing } from '@/lib/core/cache-tags';

export const metadata: Metadata = { robots: { index: false } };

export default function Anything() {
  return missing(<NothingHere />);
}
