import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { EarningsSheet } from '../earnings-sheet';
import { numberIn } from '../number-in';

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await languageOf(await currentActor()), 'statement')('title') };
}

interface Props {
  params: Promise<{ week: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
}

export default async function EarningsOfWeek({ params, searchParams }: Props) {
  const week = numberIn((await params).week);
  if (week === null) notFound();
  const { page } = await searchParams;
  return <EarningsSheet week={week} page={numberIn(String(page ?? '')) ?? 1} />;
}
