import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Page } from '@/components/ui/page';
import { SiteBar } from '@/components/viewer/site-bar';
import { isSiteModerator } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { moderatedBlogIds } from '@/lib/moderation/queries';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  return { robots: { index: false }, title: words(actor.kind === 'member' ? actor.language : 'en', 'moderation')('title') };
}

/** One door to the moderators' wing: nobody else learns that it is there. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin');
  if ((await moderatedBlogIds(actor))?.length === 0) notFound();
  const { language } = actor;
  const t = words(language, 'moderation');
  return (
    <Page language={language} bar={<SiteBar language={language} />}>
      <div className="mx-auto max-w-[1000px] px-5 pt-6">
        <nav aria-label={t('title')} className="flex flex-wrap gap-x-5 text-sm">
          {[
            { href: '/admin', label: t('queue.title') },
            { href: '/admin/log', label: t('log.title') },
            ...(isSiteModerator(actor)
              ? [
                  { href: '/admin/filter', label: words(language, 'filter')('title') },
                  { href: '/admin/words', label: words(language, 'phrases')('title') },
                ]
              : []),
            ...(actor.role === 'admin'
              ? [
                  { href: '/admin/people', label: t('people.title') },
                  { href: '/admin/earnings', label: words(language, 'epochs')('nav') },
                  { href: '/admin/payouts', label: words(language, 'payouts')('admin.see-all') },
                  { href: '/admin/earnings/disputes', label: words(language, 'disputes')('admin.title') },
                  { href: '/admin/earnings/worth', label: words(language, 'disputes')('worth.title') },
                ]
              : []),
          ].map(({ href, label }) => (
            <a key={href} href={href} className="inline-flex min-h-11 items-center font-medium text-soft hover:text-ink">
              {label}
            </a>
          ))}
        </nav>
      </div>
      {children}
    </Page>
  );
}
