import type { Metadata } from 'next';
import { PublicActs } from '@/components/earnings/public-acts';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Section, Sheet } from '@/components/ui/sheet';
import { cacheTag, share } from '@/lib/core/cache-tags';
import type { UiLanguage } from '@/lib/core/languages';
import { spokenPath } from '@/lib/core/spoken';
import { formats, words } from '@/lib/core/words';
import { publicActs } from '@/lib/earnings/acts';
import { actionWords, sweepWords } from '@/lib/moderation/action-words';
import { isDecision, type Month, monthlyNumbers, type PublicEntry, publicLog } from '@/lib/moderation/public-log';
import { ruleWords } from '@/lib/moderation/rule-words';
import { SpokenLinks, spokenMetadata } from '../spoken';

export const moderationMetadata = (language: UiLanguage | null): Metadata =>
  spokenMetadata('/moderation', language, (spoken) => ({ title: words(spoken, 'appeals')('log.title') }));

interface Spoken {
  language: UiLanguage;
}

/** Of earning, on the first page. */
const ACTS = 20;

/** What was decided, the newest first; the page after the place `before`. */
export async function ModerationSheet({ language, before }: { language: UiLanguage; before: string | undefined }) {
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
  const t = words(language, 'appeals');
  return (
    <Sheet title={t('log.title')} intro={t('log.intro')} wide>
      <nav aria-label={t('log.spoken')} className="-mt-4 flex flex-wrap gap-x-5 text-sm">
        <SpokenLinks path="/moderation" query={before ? `?before=${encodeURIComponent(before)}` : ''} language={language} />
      </nav>
      {months.length > 0 ? <Numbers months={months} language={language} /> : null}
      {entries.length === 0 ? (
        <EmptyState title={t('log.empty')}>{t('log.empty-text')}</EmptyState>
      ) : (
        <Section title={t('log.list')}>
          <ol className="grid">
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} language={language} />
            ))}
          </ol>
        </Section>
      )}
      {acts.length > 0 ? (
        <Section title={words(language, 'epochs')('acts.public')}>
          <PublicActs acts={acts} language={language} />
        </Section>
      ) : null}
      <Pagination
        label={t('log.pages')}
        first={before ? { href: spokenPath('/moderation', language), label: t('log.newest') } : undefined}
        next={next ? { href: `${spokenPath('/moderation', language)}?before=${next}`, label: t('log.older') } : undefined}
      />
    </Sheet>
  );
}

/** What wants a rule or a reason. */
const JUDGED = ['approved', 'removed', 'hidden', 'rejected', 'limited', 'suspended', 'banned'];

function Entry({
  entry: { action, rule, reason, role, createdAt, post, person, lists, count },
  language,
}: { entry: PublicEntry } & Spoken) {
  const t = words(language, 'appeals');
  const own = JUDGED.includes(action) ? t('log.no-rule') : null;
  const named = rule && rule !== 'none' ? ruleWords(language, rule) : reason ? words(language, 'comments')(`reasons.${reason}`) : own;
  const by = t(`roles.${role}`);
  const ofAppeal = action.startsWith('appeal-');
  const done = person && action === 'appeal-reversed' ? t('done.appeal-reversed-sanction') : wordsOf(action, language);
  return (
    <li className="grid gap-x-6 gap-y-0.5 border-line border-b py-3 text-sm sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)]">
      <time dateTime={createdAt.toISOString()} className="text-faint tabular-nums">
        {formats(language).dateTime(createdAt, { dateStyle: 'medium' })}
      </time>
      <p>
        <b className="font-semibold">{done}</b>
        {named === null ? null : t('log.and-rule', { rule: named })}
        {count === null ? null : t('log.and-count', { count: sweepWords(language, action, { done: count, returned: count }).join() })}
        <span className="block text-soft">{ofAppeal ? t('roles.appeal', { by }) : by}</span>
      </p>
      {person ? <Whom person={person} language={language} /> : null}
      {lists ? <Place blog={lists.blog} language={language} /> : null}
      {post ? (
        <a href={post.path} lang={post.language} dir="auto" className="link min-h-6 [overflow-wrap:anywhere]">
          {post.title}
        </a>
      ) : null}
      {person || lists || post ? null : <span className="text-faint">{t('log.no-post')}</span>}
    </li>
  );
}

const wordsOf = (action: PublicEntry['action'], language: UiLanguage): string =>
  isDecision(action) ? words(language, 'appeals')(`done.${action}`) : actionWords(language, action);

/** Where word lists hold. */
function Place({ blog, language }: { blog: NonNullable<PublicEntry['lists']>['blog'] } & Spoken) {
  if (!blog) return <span className="text-faint">{words(language, 'appeals')('log.whole-site')}</span>;
  return (
    <a href={`/@${blog.handle}`} dir="auto" className="link min-h-6 [overflow-wrap:anywhere]">
      {blog.name}
    </a>
  );
}

/** A person without a name, and where it holds. */
function Whom({ person: { blog }, language }: { person: NonNullable<PublicEntry['person']> } & Spoken) {
  const t = words(language, 'appeals');
  if (!blog) return <span className="text-faint">{t('log.everywhere')}</span>;
  return (
    <span className="text-faint">
      {t('log.person')}
      {' · '}
      <Place blog={blog} language={language} />
    </span>
  );
}

function Numbers({ months, language }: { months: readonly Month[] } & Spoken) {
  const t = words(language, 'appeals');
  const { dateTime, number } = formats(language);
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
