import { BlogWeek } from '@/components/earnings/blog-week';
import { Figure, Figures } from '@/components/earnings/figure';
import { Points } from '@/components/earnings/points';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { TabLinks } from '@/components/ui/tab-links';
import { formats, words } from '@/lib/core/words';
import { alike, takenBack, weekByPostAndDay, weeksOfPosts } from '@/lib/earnings/blog-earnings';
import { reasonsOfChange, TOLD_REASONS } from '@/lib/earnings/change-reasons';
import { type Estimate, estimateOfPosts } from '@/lib/earnings/own-estimate';
import type { Worth } from '@/lib/earnings/points';
import { scopeIn } from '@/lib/earnings/scope';
import { worthNow } from '@/lib/earnings/worth';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { orNotFound, ownBlog, writer } from '../../../writer';

interface Props {
  params: Promise<{ blog: string }>;
  searchParams: Promise<{ week?: string }>;
}

/** What a blog's posts earn, by post and by day: all of them for who edits any, their own for who writes there. */
export default async function BlogEarnings({ params, searchParams }: Props) {
  const segment = (await params).blog;
  const member = await writer(`/studio/${segment}/earnings`);
  const blog = await ownBlog(member, segment);
  const scope = await orNotFound(Promise.resolve().then(() => scopeIn(member, blog)));
  const now = new Date();
  const [weeks, estimate, worth] = await Promise.all([weeksOfPosts(scope), estimateOfPosts(scope, now), worthNow()]);
  const asked = (await searchParams).week;
  const at = Math.max(
    0,
    weeks.findIndex(({ epoch }) => String(epoch) === asked),
  );
  const [week, before] = [weeks[at], weeks[at + 1]];
  const [lines, linesBefore] = await Promise.all([week, before].map((one) => (one ? weekByPostAndDay(scope, one) : null)));
  const posts = lines?.posts ?? [];
  const two = week && before ? alike(before, week) : null;
  const compared = two && {
    whose: two.whose,
    before: { ...two.before, returned: takenBack(two.before, linesBefore?.posts ?? [], two.whose) },
    after: { ...two.after, returned: takenBack(two.after, posts, two.whose) },
  };
  const { language } = member;
  const t = words(language, 'statement');
  return (
    <Sheet
      title={t('studio.title')}
      intro={
        <>
          <a className="link" href={`/studio/@${blog.handle}`} dir="auto">
            {blog.name}
          </a>
          <p className="mt-2">{scope.all ? t('studio.all') : t('studio.own')}</p>
        </>
      }
      wide
    >
      <Running estimate={estimate} worth={worth} language={language} />
      {week ? (
        <>
          <TabLinks
            label={t('weeks')}
            items={weeks.map(({ epoch }) => ({
              href: `/studio/@${blog.handle}/earnings?week=${epoch}`,
              label: t('studio.week', { week: epoch }),
              current: epoch === week.epoch,
            }))}
          />
          <BlogWeek
            week={{ ...week, returned: takenBack(week, posts, week.whose) }}
            before={before ? { epoch: before.epoch, compared } : null}
            lines={lines ?? null}
            changes={compared ? reasonsOfChange(compared.before, compared.after).slice(0, TOLD_REASONS) : null}
            worth={worth}
            language={language}
          />
        </>
      ) : (
        <EmptyState title={t('studio.empty')}>{t('studio.empty-text')}</EmptyState>
      )}
      <p className="text-[13px] text-faint">{t('studio.note', { count: LEAST_READERS })}</p>
    </Sheet>
  );
}

interface RunningProps {
  estimate: Omit<Estimate, 'reading'> | null;
  worth: Worth | null;
  language: string;
}

function Running({ estimate, worth, language }: RunningProps) {
  if (!estimate) return null;
  const t = words(language, 'statement');
  const date = formats(language).dateTime(estimate.endsAt, { dateStyle: 'medium' });
  return (
    <Figures>
      <Figure name={t('estimate', { week: estimate.epoch })} note={t('estimate-note', { date })} accent={estimate.writing !== null}>
        {estimate.writing === null ? t('studio.few') : <Points amount={estimate.writing} worth={worth} language={language} />}
        {estimate.partly ? <span className="block text-[13px] text-soft">{t('studio.partly')}</span> : null}
      </Figure>
    </Figures>
  );
}
