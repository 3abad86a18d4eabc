import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { currentActor, languageOf } from '@/lib/accounts/session';
import { env } from '@/lib/core/env';

export const dynamic = 'force-dynamic';
export const generateMetadata = (): Metadata => ({ title: env().SITE_NAME, robots: { index: false } });

export default async function MemberLayout({ children }: { children: ReactNode }) {
  const language = await languageOf(await currentActor());
  return (
    <Page language={language} bar={<SiteBar language={language} />}>
      {children}
    </Page>
  );
}
