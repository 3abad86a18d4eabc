import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section, Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { cacheTag, share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { type Month, monthlyNumbers, type PublicEntry, publicLog } from '@/lib/moderation/public-log';
import { ruleWords } from '@/lib/moderation/rule-words';

export function generateMetadata(): Metadata {
  return { title: words('en', 'appeals')('log.title'), alternates: { canonical: `${env().SITE_URL}/moderation` } };
}

export default async function ModerationLog({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const [{ entries, next }, months] = await Promise.all([publicLog(before), monthlyNumbers(new Date())]);
  const posts = entries.flatMap(({ post }) => (post ? [post] : []));
  share(cacheTag.moderation, ...new Set(posts.flatMap(({ id, blogId }) => [cacheTag.post(id), cacheTag.blog(blogId)])));
  const t = words('en', 'appeals');
  return (
    <Sheet title={t('log.title')} intro={t('log.intro')} wide>
      {months.length > 0 ? <Numbers months={months} /> : null}
      {entries.length === 0 ? (
        <EmptyState title={t('log.empty')}>{t('log.empty-text')}</EmptyState>
      ) : (
        <Section title={t('log.list')}>
          <ol className="grid">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </Section>
      )}
      <Pagination
        label={t('log.pages')}
        first={before ? { href: '/moderation', label: t('log.newest') } : undefined}
        next={next ? { href: `/moderation?before=${next}`, label: t('log.older') } : undefined}
      />
    </Sheet>
  );
}

function Entry({ entry: { action, rule, reason, role, createdAt, post } }: { entry: PublicEntry }) {
  const t = words('en', 'appeals');
  const named = rule && rule !== 'none' ? ruleWords('en', rule) : reason ? words('en', 'comments')(`reasons.${reason}`) : t('log.no-rule');
  const by = t(`roles.${role}`);
  const ofAppeal = action.startsWith('appeal-');
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-line border-b py-3 text-sm sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)]">
      <time dateTime={createdAt.toISOString()} className="text-faint tabular-nums">
        {formats('en').dateTime(createdAt, { dateStyle: 'medium' })}
      </time>
      <p>
        <b className="font-semibold">{t(`done.${action}`)}</b>
        {ofAppeal ? null : `, ${named}`}
        <span className="block text-soft">{ofAppeal ? t('roles.appeal', { by }) : by}</span>
      </p>
      {post ? (
        <a href={post.path} lang={post.language} dir="auto" className="link min-h-6 [overflow-wrap:anywhere]">
          {post.title}
        </a>
      ) : (
        <span className="text-faint">{t('log.no-post')}</span>
      )}
    </li>
  );
}

function Numbers({ months }: { months: readonly Month[] }) {
  const t = words('en', 'appeals');
  const { dateTime, number } = formats('en');
  const head = [t('log.month'), t('log.decisions'), t('log.by-machine'), t('log.appeals'), t('log.reversed')];
  return (
    <Table caption={t('log.numbers')} head={head}>
      {months.map(({ month, decisions, byMachine, appeals, answered, reversed }) => (
        <tr key={month.toISOString()} className="tabular-nums">
          <td className="whitespace-nowrap">{dateTime(month, { month: 'long', year: 'numeric' })}</td>
          <td>{number(decisions)}</td>
          <td>{number(byMachine)}</td>
          <td>{number(appeals)}</td>
          <td>{answered === 0 ? t('log.none-answered') : number(reversed / answered, { style: 'percent' })}</td>
        </tr>
      ))}
    </Table>
  );
}
