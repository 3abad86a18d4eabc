import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';

export const dynamic = 'force-dynamic';

// Pages of the whole site are the same for everyone and speak English.
export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <Page language="en" bar={<SiteBar language="en" />}>
      {children}
    </Page>
  );
}
