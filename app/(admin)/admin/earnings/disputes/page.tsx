import { redirect } from 'next/navigation';
import { DisputeItem } from '@/components/earnings/dispute-item';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { currentActor } from '@/lib/accounts/session';
import { words } from '@/lib/core/words';
import { openDisputes } from '@/lib/earnings/disputes';
import { adminOnly } from '../admin-only';
import { answerDisputeAction } from './actions';

/** Lines of statements that are disputed and wait: those to answer first, then those that another admin must answer. */
export default async function Disputes() {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin/earnings/disputes');
  const { items, elsewhere } = await adminOnly(openDisputes(actor));
  const { language } = actor;
  const t = words(language, 'disputes');
  const [toAnswer, others] = [items.filter(({ own }) => !own), items.filter(({ own }) => own)];
  const list = (some: typeof items) => (
    <ul className="grid gap-5">
      {some.map((item) => (
        <li key={item.id}>
          <DisputeItem item={item} action={answerDisputeAction} language={language} />
        </li>
      ))}
    </ul>
  );
  return (
    <Sheet title={t('admin.title')} intro={t('admin.intro')} wide>
      {toAnswer.length === 0 ? <EmptyState title={t('admin.empty')}>{t('admin.empty-text')}</EmptyState> : list(toAnswer)}
      {others.length + elsewhere > 0 ? (
        <section className="grid gap-5">
          <h2 className="font-semibold text-lg">{t('admin.others')}</h2>
          {others.length > 0 ? list(others) : null}
          {elsewhere > 0 ? <Notice>{t('admin.elsewhere', { count: elsewhere })}</Notice> : null}
        </section>
      ) : null}
    </Sheet>
  );
}
