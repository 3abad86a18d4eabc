import { Section } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import type { DayLine, PostLine, WeekOfPosts, Whose } from '@/lib/earnings/blog-earnings';
import type { Change, WeekFigures } from '@/lib/earnings/change-reasons';
import { pointsText, type Worth } from '@/lib/earnings/points';
import { Bars } from './bars';
import { Figure, Figures } from './figure';
import { Amount, Points } from './points';
import { PostName } from './post-name';
import { timeText } from './time-text';

interface BlogWeekProps {
  /** With what was taken back, as far as that is told. */
  week: WeekOfPosts & WeekFigures;
  /** The week before, and both as they can be compared; null where they cannot. */
  before: { epoch: number; compared: { whose: Whose; before: WeekFigures; after: WeekFigures } | null } | null;
  /** Null where too few readers counted. */
  lines: { posts: PostLine[]; days: DayLine[] } | null;
  /** The largest first; null where they may not be told. */
  changes: readonly Change[] | null;
  worth: Worth | null;
  language: string;
}

/** A week of a blog's posts: what they brought, why more or less than the week before, by day and by post. */
export function BlogWeek({ week, before, lines, changes, worth, language }: BlogWeekProps) {
  const t = words(language, 'statement');
  const { dateTime, number } = formats(language);
  const long = (at: Date) => dateTime(at, { dateStyle: 'long' });
  const net = week.points - week.returned;
  return (
    <Section title={t('week', { week: week.epoch, from: long(week.startsAt), to: long(new Date(week.endsAt.getTime() - 1)) })}>
      {lines ? (
        <>
          <Figures>
            <Figure name={t('studio.points')}>
              <Points amount={net} worth={worth} language={language} />
            </Figure>
            <Figure name={t('studio.readers')}>{number(week.readers)}</Figure>
            <Figure name={t('counted')}>{timeText(week.seconds, language)}</Figure>
          </Figures>
          {lines.posts.some(({ returned }) => returned === null) ? <p className="text-sm text-soft">{t('studio.taken-few')}</p> : null}
          {week.whose === 'all' ? null : <p className="text-sm text-soft">{t(`studio.only.${week.whose}`)}</p>}
          {before ? <Why before={before} changes={changes} language={language} /> : null}
          <Days days={lines.days} worth={worth} language={language} />
          <Posts posts={lines.posts} worth={worth} language={language} />
        </>
      ) : (
        <p className="text-soft">{week.few ? t('studio.few-week') : t('studio.nobody')}</p>
      )}
    </Section>
  );
}

interface WhyProps {
  before: NonNullable<BlogWeekProps['before']>;
  changes: readonly Change[] | null;
  language: string;
}

function Why({ before: { epoch, compared }, changes, language }: WhyProps) {
  const t = words(language, 'statement');
  if (changes === null || compared === null) return <p className="text-sm text-soft">{t('change.few')}</p>;
  const { whose, before, after } = compared;
  const difference = after.points - after.returned - (before.points - before.returned);
  const signed = (amount: bigint) => t('points', { amount: pointsText(amount, language, { signed: true }) });
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t('change.title', { week: epoch, amount: signed(difference) })}</h3>
      {whose === 'all' ? null : <p className="text-sm text-soft">{t(`change.only.${whose}`)}</p>}
      <ul className="grid max-w-[620px] text-sm">
        {changes.map(({ reason, amount }) => (
          <li key={reason} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-2">
            <span>{t(`change.${reason}.${amount > 0n ? 'more' : 'less'}`)}</span>
            <span className="tabular-nums">{signed(amount)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Days({ days, worth, language }: { days: readonly DayLine[] } & Pick<BlogWeekProps, 'worth' | 'language'>) {
  const t = words(language, 'statement');
  const { dateTime, number } = formats(language);
  const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
  const bars = days.flatMap(({ day, points }) =>
    day ? [{ key: day, label: dateTime(dateOf(day), { weekday: 'short' }), amount: points }] : [],
  );
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">{t('studio.days')}</h3>
      {bars.length > 0 ? <Bars bars={bars} label={t('studio.days')} language={language} /> : null}
      <Table caption={t('studio.days')} head={[t('studio.day'), t('studio.readers'), t('points-head')]}>
        {days.map(({ day, readers, points }) => (
          <tr key={day ?? 'few'}>
            <td>{day ? dateTime(dateOf(day), { weekday: 'long', day: 'numeric', month: 'long' }) : t('studio.other-days')}</td>
            <td className="tabular-nums">{readers === null ? '' : number(readers)}</td>
            <td className="tabular-nums">
              <Amount amount={points} worth={worth} language={language} />
            </td>
          </tr>
        ))}
      </Table>
      <p className="text-[13px] text-faint">{t('studio.days-note')}</p>
    </div>
  );
}

function Posts({ posts, worth, language }: { posts: readonly PostLine[] } & Pick<BlogWeekProps, 'worth' | 'language'>) {
  const t = words(language, 'statement');
  const { number } = formats(language);
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">{t('studio.posts')}</h3>
      <Table
        caption={t('studio.posts')}
        head={[t('went.post'), t('studio.writer'), t('studio.readers'), t('counted'), t('studio.taken'), t('points-head')]}
      >
        {posts.map(({ post, readers, seconds, returned, points }) => (
          <tr key={post?.id ?? 'few'}>
            <td className="min-w-52">{post ? <PostName post={{ ...post, blog: null }} language={language} /> : t('few')}</td>
            <td dir="auto">{post?.author ?? ''}</td>
            <td className="tabular-nums">{readers === null ? '' : number(readers)}</td>
            <td className="whitespace-nowrap tabular-nums">{seconds === null ? '' : timeText(seconds, language)}</td>
            <td className="tabular-nums">{returned === null ? t('studio.few') : pointsText(returned, language)}</td>
            <td className="tabular-nums">
              <Amount amount={points} worth={worth} language={language} />
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
