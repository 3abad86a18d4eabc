import { Missing } from '@/components/ui/missing';
import { words } from '@/lib/core/words';

export function NothingHere({ language = 'en' }: { language?: string }) {
  const t = words(language, 'site');
  return <Missing title={t('missing.title')} text={t('missing.text')} home={t('missing.home')} search={t('missing.search')} />;
}
