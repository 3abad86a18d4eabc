import { TabLinks } from '@/components/ui/tab-links';
import { words } from '@/lib/core/words';

/** The pages of earning for admins. */
export function Tabs({ current, language }: { current: 'epochs' | 'rules' | 'people' | null; language: string }) {
  const t = words(language, 'epochs');
  const items = [
    { of: 'epochs', href: '/admin/earnings', label: t('tabs.epochs') },
    { of: 'rules', href: '/admin/earnings/rules', label: t('tabs.rules') },
    { of: 'people', href: '/admin/earnings/people', label: words(language, 'holds')('admin.title') },
  ];
  return <TabLinks label={t('tabs.label')} items={items.map(({ of, ...link }) => ({ ...link, current: of === current }))} />;
}
