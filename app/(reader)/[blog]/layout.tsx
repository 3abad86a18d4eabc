import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { env } from '@/lib/core/env';
import { blogAt } from './blog-at';

export const dynamic = 'force-dynamic';

export const generateMetadata = (): Metadata => ({ title: env().SITE_NAME });

/** A blog's pages speak its language. */
export default async function BlogLayout({ children, params }: { children: ReactNode; params: Promise<{ blog: string }> }) {
  const found = await blogAt((await params).blog);
  const language = found?.kind === 'found' ? found.blog.language : 'en';
  return (
    <Page shared language={language} bar={<SiteBar language={language} />}>
      {children}
    </Page>
  );
}
