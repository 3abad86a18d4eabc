import { Bar } from '@/components/ui/bar';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { Me } from './me';

/** The bar of every area, in `language`. */
export function SiteBar({ language }: { language: string }) {
  const t = words(language, 'site');
  return (
    <Bar
      siteName={env().SITE_NAME}
      label={t('bar.label')}
      search={t('bar.search')}
      write={t('bar.write')}
      me={
        <Me
          words={{
            signIn: t('bar.sign-in'),
            menu: t('bar.menu'),
            studio: t('bar.studio'),
            earnings: t('bar.earnings'),
            settings: t('bar.settings'),
            moderation: t('bar.moderation'),
            notifications: t('bar.notifications'),
          }}
        />
      }
    />
  );
}
