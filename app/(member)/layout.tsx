import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { currentActor, languageOf } from '@/lib/accounts/session';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false } };

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const language = await languageOf(await currentActor());
  return (
    <Page language={language} bar={<SiteBar language={language} />}>
      {children}
    </Page>
  );
}
