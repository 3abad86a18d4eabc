import type { Metadata } from 'next';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';

export function generateMetadata(): Metadata {
  return { title: words('en', 'earn')('title'), alternates: { canonical: `${env().SITE_URL}/earn` } };
}

export default function Earn() {
  share();
  const t = words('en', 'earn');
  return (
    <Sheet title={t('title')} intro={t('lead')}>
      <Notice tone="amber">
        <p className="font-semibold">{t('state-title')}</p>
        <p className="mt-1">{t('state')}</p>
      </Notice>
      <Section title={t('plan-title')}>
        <ol className="grid list-decimal gap-3 ps-5">
          <li>{t('plan-1')}</li>
          <li>{t('plan-2')}</li>
          <li>{t('plan-3')}</li>
        </ol>
      </Section>
    </Sheet>
  );
}
