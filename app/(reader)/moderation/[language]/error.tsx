'use client';
import { Failed } from '@/components/ui/failed';

export default function Fault({ reset }: { reset: () => void }) {
  return <Failed reset={reset} />;
}
