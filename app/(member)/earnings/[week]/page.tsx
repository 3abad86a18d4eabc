import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { EarningsSheet } from '../earnings-sheet';
import { weekIn } from '../week-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await languageOf(await currentActor()), 'statement')('title') };
}

export default async function EarningsOfWeek({ params }: { params: Promise<{ week: string }> }) {
  const week = weekIn((await params).week);
  if (week === null) notFound();
  return <EarningsSheet week={week} />;
}
