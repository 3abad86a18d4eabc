import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { openAppeals } from '@/lib/moderation/appeals';
import { Appeal } from './appeal';

export default async function Appeals() {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin/appeals');
  const t = words(actor.language, 'appeals');
  const items = await openAppeals(actor);
  return (
    <Sheet title={t('title')} intro={t('admin.intro', { count: items.length })} wide>
      {items.length === 0 ? (
        <EmptyState title={t('admin.empty')}>{t('admin.empty-text')}</EmptyState>
      ) : (
        <ul className="grid gap-5">
          {items.map((item) => (
            <li key={item.id}>
              <Appeal item={item} language={actor.language} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
