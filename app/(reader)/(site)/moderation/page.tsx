import type { Metadata } from 'next';
import { ModerationSheet, moderationMetadata } from '../../sheets/moderation';

export const generateMetadata = (): Metadata => moderationMetadata('en');

export default async function ModerationLog({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  return <ModerationSheet language="en" before={(await searchParams).before} />;
}
