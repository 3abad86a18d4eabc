import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  return { robots: { index: false }, title: words(actor.kind === 'member' ? actor.language : 'en', 'blogs')('studio') };
}

export default async function WriterLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/write');
  return (
    <Page language={actor.language} bar={<SiteBar language={actor.language} />}>
      {children}
    </Page>
  );
}
