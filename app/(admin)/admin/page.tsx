import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { queue } from '@/lib/moderation/queue/page';
import { Item } from './item';

export default async function Queue() {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin');
  const t = words(actor.language, 'moderation');
  const { items } = await queue(actor);
  return (
    <Sheet title={t('queue.title')} intro={t('queue.intro', { count: items.length })} wide>
      {items.length === 0 ? (
        <EmptyState title={t('queue.empty')}>{t('queue.empty-text')}</EmptyState>
      ) : (
        <ul className="grid gap-5">
          {items.map((item) => (
            <li key={item.id}>
              <Item item={item} language={actor.language} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
