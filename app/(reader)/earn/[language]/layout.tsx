import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { env } from '@/lib/core/env';
import { uiLanguage } from '@/lib/core/languages';

export const dynamic = 'force-dynamic';

export const generateMetadata = (): Metadata => ({ title: env().SITE_NAME });

/** How earning works, in the interface's other languages: the same for everyone who reads it. */
export default async function EarnLayout({ children, params }: { children: ReactNode; params: Promise<{ language: string }> }) {
  const language = uiLanguage((await params).language);
  return (
    <Page shared language={language} bar={<SiteBar language={language} />}>
      {children}
    </Page>
  );
}
