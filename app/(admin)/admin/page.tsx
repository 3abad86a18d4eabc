import { redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import { type Asked, tabOf } from '@/lib/moderation/queue/asked';
import { blogsOfQueue, queue, queueCounts } from '@/lib/moderation/queue/page';
import { batchOf, statesOf } from '@/lib/moderation/queue/states';
import { decideAction } from './actions';
import { deskWords } from './desk-words';
import { Filters } from './filters';
import { entryOf } from './item';
import { LiveDesk } from './live-desk';
import { Outcome } from './outcome';
import { Tabs } from './tabs';

const KEPT = ['tab', 'q', 'blog', 'rule', 'reason', 'after'] as const;

export default async function Queue({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin');
  const { language } = actor;
  const given = Object.fromEntries(Object.entries(await searchParams).map(([name, value]) => [name, String(value)]));
  const asked: Asked = given;
  const t = words(language, 'queue');
  const moderation = words(language, 'moderation');
  const back = (changes: Asked) => {
    const all = { ...Object.fromEntries(KEPT.map((name) => [name, given[name]])), ...changes };
    return new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  };
  const [{ items, next }, counts, blogs] = await Promise.all([queue(actor, asked), queueCounts(actor), blogsOfQueue(actor)]);
  const [made, told] = await Promise.all([batchOf(actor, given.batch ?? ''), given.told ? statesOf(actor, given.told.split(',')) : []]);
  const pages = (
    <Pagination
      label={t('pages.label')}
      first={given.after ? { href: `/admin?${back({ after: undefined })}`, label: t('pages.first') } : undefined}
      next={next ? { href: `/admin?${back({ after: next })}`, label: t('pages.next') } : undefined}
    />
  );
  return (
    <Sheet title={moderation('queue.title')} wide>
      <div className="grid gap-4">
        <Tabs counts={counts} current={tabOf(asked)} language={language} />
        <Filters asked={asked} blogs={blogs} language={language} />
        <Outcome batchId={given.batch ?? ''} made={made} told={told} back={back({})} language={language} />
        {items.length === 0 ? (
          <>
            <EmptyState title={moderation('queue.empty')}>{moderation('queue.empty-text')}</EmptyState>
            {pages}
          </>
        ) : (
          <LiveDesk
            key={back({})}
            entries={items.map((item) => entryOf(item, language))}
            words={deskWords(language)}
            errorWords={errorWords(language)}
            back={back({})}
            // The desk brings all that follows: what is left over, or came meanwhile, is found from the beginning.
            next={`/admin?${back({ after: undefined })}`}
            form={decideAction}
            cursor={next}
          >
            {pages}
          </LiveDesk>
        )}
      </div>
    </Sheet>
  );
}
