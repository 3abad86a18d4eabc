import type { Metadata } from 'next';
import { PublicActs } from '@/components/earnings/public-acts';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section, Sheet } from '@/components/ui/sheet';
import { cacheTag, share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { formats, words } from '@/lib/core/words';
import { publicActs } from '@/lib/earnings/acts';
import { actionWords, sweepWords } from '@/lib/moderation/action-words';
import { isDecision, type Month, monthlyNumbers, type PublicEntry, publicLog } from '@/lib/moderation/public-log';
import { ruleWords } from '@/lib/moderation/rule-words';

export function generateMetadata(): Metadata {
  return { title: words('en', 'appeals')('log.title'), alternates: { canonical: `${env().SITE_URL}/moderation` } };
}

/** Of earning, on the first page. */
const ACTS = 20;

export default async function ModerationLog({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const { before } = await searchParams;
  const [{ entries, next }, months, acts] = await Promise.all([
    publicLog(before),
    monthlyNumbers(new Date()),
    before ? [] : publicActs(ACTS),
  ]);
  const posts = entries.flatMap(({ post }) => (post ? [post] : []));
  const blogs = entries.flatMap(({ person, lists }) => (person ?? lists)?.blog ?? []);
  const shown = [
    ...posts.flatMap(({ id, blogId }) => [cacheTag.post(id), cacheTag.blog(blogId)]),
    ...blogs.map(({ id }) => cacheTag.blog(id)),
  ];
  share(cacheTag.moderation, cacheTag.earn, ...new Set(shown));
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
      {acts.length > 0 ? (
        <Section title={words('en', 'epochs')('acts.public')}>
          <PublicActs acts={acts} language="en" />
        </Section>
      ) : null}
      <Pagination
        label={t('log.pages')}
        first={before ? { href: '/moderation', label: t('log.newest') } : undefined}
        next={next ? { href: `/moderation?before=${next}`, label: t('log.older') } : undefined}
      />
    </Sheet>
  );
}

/** What wants a rule or a reason. */
const JUDGED = ['approved', 'removed', 'hidden', 'rejected', 'limited', 'suspended', 'banned'];

function Entry({ entry: { action, rule, reason, role, createdAt, post, person, lists, count } }: { entry: PublicEntry }) {
  const t = words('en', 'appeals');
  const own = JUDGED.includes(action) ? t('log.no-rule') : null;
  const named = rule && rule !== 'none' ? ruleWords('en', rule) : reason ? words('en', 'comments')(`reasons.${reason}`) : own;
  const by = t(`roles.${role}`);
  const ofAppeal = action.startsWith('appeal-');
  const done = person && action === 'appeal-reversed' ? t('done.appeal-reversed-sanction') : wordsOf(action);
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-line border-b py-3 text-sm sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)]">
      <time dateTime={createdAt.toISOString()} className="text-faint tabular-nums">
        {formats('en').dateTime(createdAt, { dateStyle: 'medium' })}
      </time>
      <p>
        <b className="font-semibold">{done}</b>
        {named === null ? null : `, ${named}`}
        {count === null ? null : `; ${sweepWords('en', action, { done: count, returned: count })}`}
        <span className="block text-soft">{ofAppeal ? t('roles.appeal', { by }) : by}</span>
      </p>
      {person ? <Whom person={person} /> : null}
      {lists ? <Place blog={lists.blog} /> : null}
      {post ? (
        <a href={post.path} lang={post.language} dir="auto" className="link min-h-6 [overflow-wrap:anywhere]">
          {post.title}
        </a>
      ) : null}
      {person || lists || post ? null : <span className="text-faint">{t('log.no-post')}</span>}
    </li>
  );
}

const wordsOf = (action: PublicEntry['action']): string =>
  isDecision(action) ? words('en', 'appeals')(`done.${action}`) : actionWords('en', action);

/** Where word lists hold. */
function Place({ blog }: { blog: NonNullable<PublicEntry['lists']>['blog'] }) {
  if (!blog) return <span className="text-faint">{words('en', 'appeals')('log.whole-site')}</span>;
  return (
    <a href={`/@${blog.handle}`} dir="auto" className="link min-h-6 [overflow-wrap:anywhere]">
      {blog.name}
    </a>
  );
}

/** A person without a name, and where it holds. */
function Whom({ person: { blog } }: { person: NonNullable<PublicEntry['person']> }) {
  const t = words('en', 'appeals');
  if (!blog) return <span className="text-faint">{t('log.everywhere')}</span>;
  return (
    <span className="text-faint">
      {t('log.person')}
      {' · '}
      <Place blog={blog} />
    </span>
  );
}

function Numbers({ months }: { months: readonly Month[] }) {
  const t = words('en', 'appeals');
  const { dateTime, number } = formats('en');
  return (
    <section aria-label={t('log.numbers')} className="grid gap-6">
      {months.map(({ month, decisions, byMachine, appeals, answered, reversed }) => (
        <div key={month.toISOString()}>
          <h2 className="mb-2 font-semibold text-sm">{dateTime(month, { month: 'long', year: 'numeric' })}</h2>
          <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
            <Figure name={t('log.decisions')} value={number(decisions)} />
            <Figure name={t('log.by-machine')} value={number(byMachine)} />
            <Figure name={t('log.appeals')} value={number(appeals)} />
            <Figure
              name={t('log.reversed')}
              value={answered === 0 ? t('log.none-answered') : number(reversed / answered, { style: 'percent' })}
            />
          </dl>
        </div>
      ))}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-[13px] text-soft">{name}</dt>
      <dd className="font-serif text-[22px] leading-tight tabular-nums">{value}</dd>
    </div>
  );
}
