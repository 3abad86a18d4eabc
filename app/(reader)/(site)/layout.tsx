import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { env } from '@/lib/core/env';

export const dynamic = 'force-dynamic';

export const generateMetadata = (): Metadata => ({ title: env().SITE_NAME });

// Pages of the whole site are the same for everyone and speak English.
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <Page shared language="en" bar={<SiteBar language="en" />}>
      {children}
    </Page>
  );
}
