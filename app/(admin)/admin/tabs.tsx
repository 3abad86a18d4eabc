import { TabLinks } from '@/components/ui/tab-links';
import { words } from '@/lib/core/words';
import type { queueCounts } from '@/lib/moderation/queue/page';

type Counts = Awaited<ReturnType<typeof queueCounts>>;

interface TabsProps {
  counts: Counts;
  current: keyof Counts | 'all';
  language: string;
}

/** The queues of the moderators with how much waits in each. */
export function Tabs({ counts, current, language }: TabsProps) {
  const t = words(language, 'queue');
  const count = (tab: keyof Counts) => ({ count: counts[tab] > 99 ? '99+' : String(counts[tab]) });
  const items = [
    { tab: 'held', href: '/admin?tab=held', label: t('tabs.held', count('held')) },
    { tab: 'reported', href: '/admin?tab=reported', label: t('tabs.reported', count('reported')) },
    { tab: 'appeals', href: '/admin/appeals', label: t('tabs.appeals', count('appeals')) },
    { tab: 'all', href: '/admin?tab=all', label: t('tabs.all') },
  ];
  return <TabLinks label={t('tabs.label')} items={items.map(({ tab, ...link }) => ({ ...link, current: tab === current }))} />;
}
