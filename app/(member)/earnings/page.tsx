import type { Metadata } from 'next';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { EarningsSheet } from './earnings-sheet';

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await languageOf(await currentActor()), 'statement')('title') };
}

export default function Earnings() {
  return <EarningsSheet week={null} />;
}
