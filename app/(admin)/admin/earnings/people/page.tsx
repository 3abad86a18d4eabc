import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { pointsText } from '@/lib/earnings/points';
import { type UnusualAccount, unusualAccounts } from '@/lib/earnings/unusual';
import { ruleWords } from '@/lib/moderation/rule-words';
import { adminOnly } from '../admin-only';
import { Tabs } from '../tabs';
import { lookAction } from './actions';

/** Unusual accounts: whose reading is held, those first that wait for an answer. */
export default async function UnusualAccounts({ searchParams }: { searchParams: Promise<{ after?: string; done?: string }> }) {
  const actor = await currentActor();
  if (actor.kind === 'guest') notFound();
  const { after, done } = await searchParams;
  const { language } = actor;
  const t = words(language, 'holds');
  const { accounts, next } = await adminOnly(unusualAccounts(actor, after));
  const head = (['who', 'state', 'why', 'since', 'stake'] as const).map((name) => t(`admin.${name}`));
  return (
    <Sheet title={t('admin.title')} intro={t('admin.intro')} wide>
      <Tabs current="people" language={language} />
      {done ? <Notice tone="ok">{t('admin.answered')}</Notice> : null}
      {accounts.length === 0 ? (
        <EmptyState title={t('admin.empty')}>{t('admin.empty-text')}</EmptyState>
      ) : (
        <Table caption={t('admin.title')} head={head}>
          {accounts.map((account) => (
            <Row key={account.id} account={account} language={language} />
          ))}
        </Table>
      )}
      <Pagination
        label={t('admin.pages')}
        first={after ? { href: '/admin/earnings/people', label: t('admin.first') } : undefined}
        next={next ? { href: `/admin/earnings/people?after=${next}`, label: t('admin.next') } : undefined}
      />
      <div className="max-w-[360px]">
        <ActionForm
          action={lookAction}
          errorWords={errorWords(language)}
          submit={t('admin.open-person')}
          kind="plain"
          label={t('admin.find')}
          fields={[{ name: 'who', label: t('admin.find-label'), required: true, maxLength: 80, dir: 'ltr' }]}
        />
      </div>
    </Sheet>
  );
}

function Row({ account, language }: { account: UnusualAccount; language: string }) {
  const t = words(language, 'holds');
  const { id, who, reason, byMachine, createdAt, outcome, waiting, taken, appealed } = account;
  const href = who ? `/admin/earnings/people/${encodeURIComponent(who.handle)}` : `/admin/earnings/holds/${id}`;
  return (
    <tr>
      <td dir="auto">
        <a className="link inline-flex min-h-11 items-center" href={href}>
          {who?.name ?? t('admin.left')}
        </a>{' '}
        {who ? <bdi className="text-[13px] text-faint">@{who.handle}</bdi> : null}
      </td>
      <td className="whitespace-nowrap">
        <Badge tone={outcome === null ? 'amber' : 'plain'}>{t(`admin.${outcome ?? 'open'}`)}</Badge>{' '}
        {appealed ? <Badge tone="amber">{t('admin.appealed')}</Badge> : null}
      </td>
      <td>
        {ruleWords(language, reason)}
        <span className="block text-[13px] text-faint">{t(byMachine ? 'admin.machine' : 'admin.human')}</span>
      </td>
      <td className="whitespace-nowrap">
        <time dateTime={createdAt.toISOString()}>{formats(language).dateTime(createdAt, { dateStyle: 'medium' })}</time>
      </td>
      <td className="tabular-nums">
        {waiting > 0n ? <span className="block">{t('admin.stake-waiting', { points: pointsText(waiting, language) })}</span> : null}
        {taken > 0n ? <span className="block">{t('admin.stake-taken', { points: pointsText(taken, language) })}</span> : null}
        {waiting + taken === 0n ? <span className="text-soft">{t('admin.stake-none')}</span> : null}
      </td>
    </tr>
  );
}
