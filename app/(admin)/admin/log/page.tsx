import { notFound, redirect } from 'next/navigation';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { isAdmin } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { formats, words } from '@/lib/core/words';
import { actionWords, sweepWords } from '@/lib/moderation/action-words';
import { auditLog } from '@/lib/moderation/queries';
import { ruleWords } from '@/lib/moderation/rule-words';
import { moneyLog } from '@/lib/payouts/money-log';
import { LogTabs, MoneyLog } from './money';

/** Who did what: about comments and people for who moderates, and about money for admins. */
export default async function Log({ searchParams }: { searchParams: Promise<{ before?: string; of?: string }> }) {
  const actor = await currentActor();
  const { before, of } = await searchParams;
  if (actor.kind === 'guest') redirect(`/sign-in?next=/admin/log${of === 'money' ? encodeURIComponent('?of=money') : ''}`);
  const { language } = actor;
  if (of === 'money' && !isAdmin(actor)) notFound();
  if (of === 'money') return <MoneyLog log={await moneyLog(actor, before)} newest={before !== undefined} language={language} />;
  const t = words(language, 'moderation');
  const { entries, next } = await auditLog(actor, before);
  const head = [t('log.when'), t('log.what'), t('log.who'), t('log.why'), t('log.where')];
  return (
    <Sheet title={t('log.title')} intro={t('log.intro')} wide>
      {isAdmin(actor) ? <LogTabs of="moderation" language={language} /> : null}
      {entries.length === 0 ? <EmptyState title={t('log.empty')} /> : null}
      {entries.length > 0 ? (
        <Table caption={t('log.title')} head={head}>
          {entries.map(({ id, action, rule, ruleVersion, reason, byMachine, actor: who, person, post, sweep, createdAt }) => (
            <tr key={id}>
              <td className="whitespace-nowrap">
                <time dateTime={createdAt.toISOString()}>
                  {formats(language).dateTime(createdAt, { dateStyle: 'short', timeStyle: 'short' })}
                </time>
              </td>
              <td>{[actionWords(language, action), ...sweepWords(language, action, sweep)].join(', ')}</td>
              <td dir="auto">{byMachine ? t('log.machine') : (who?.name ?? t('log.gone'))}</td>
              <td dir="auto">
                {rule ? `${ruleWords(language, rule)} (${ruleVersion})` : ''} {reason}
              </td>
              <td dir="auto">
                {person ? (
                  <a className="link block w-fit" href={`/admin/people/${encodeURIComponent(person.handle)}`}>
                    {person.name}
                  </a>
                ) : null}
                {post ? (
                  <a className="link" href={post.path}>
                    {post.title}
                  </a>
                ) : null}
              </td>
            </tr>
          ))}
        </Table>
      ) : null}
      <Pagination
        label={t('log.pages')}
        first={before ? { href: '/admin/log', label: t('log.newest') } : undefined}
        next={next ? { href: `/admin/log?before=${next}`, label: t('log.older') } : undefined}
      />
    </Sheet>
  );
}
