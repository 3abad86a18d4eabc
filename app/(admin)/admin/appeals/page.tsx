import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { openPleas, type Plea } from '@/lib/earnings/open-pleas';
import { type AppealItem, openAppeals } from '@/lib/moderation/open-appeals';
import { queueCounts } from '@/lib/moderation/queue/page';
import { Tabs } from '../tabs';
import { Appeal } from './appeal';
import { PleaItem } from './plea';

/** The queue's tab of appeals: those to answer first, then those that another moderator must answer. */
export default async function Appeals() {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin/appeals');
  const { language } = actor;
  const t = words(language, 'appeals');
  const [appeals, pleas, counts] = await Promise.all([openAppeals(actor), openPleas(actor), queueCounts(actor)]);
  const items: readonly Item[] = [...appeals, ...pleas];
  const [own, others] = [items.filter(({ bar }) => bar === null), items.filter(({ bar }) => bar !== null)];
  return (
    <Sheet title={words(language, 'moderation')('queue.title')} wide>
      <div className="grid gap-6">
        <Tabs counts={counts} current="appeals" language={language} />
        {own.length === 0 ? (
          <EmptyState title={t('admin.empty')}>{t('admin.empty-text')}</EmptyState>
        ) : (
          <>
            <p className="text-soft">{t('admin.intro', { count: own.length })}</p>
            <List items={own} language={language} />
          </>
        )}
        {others.length > 0 ? (
          <section className="grid gap-5">
            <h2 className="font-semibold text-lg">{t('admin.others')}</h2>
            <List items={others} language={language} />
          </section>
        ) : null}
      </div>
    </Sheet>
  );
}

/** An appeal of a decision about words or a person, or, for admins, about what somebody earns. */
type Item = AppealItem | Plea;

function List({ items, language }: { items: readonly Item[]; language: string }) {
  return (
    <ul className="grid gap-5">
      {items.map((item) => (
        <li key={item.id}>
          {'handle' in item ? <PleaItem plea={item} language={language} /> : <Appeal item={item} language={language} />}
        </li>
      ))}
    </ul>
  );
}
