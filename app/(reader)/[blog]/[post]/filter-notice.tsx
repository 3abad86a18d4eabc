import { FollowedShown } from '@/components/comments/followed';
import { MutedLeftOut } from '@/components/comments/muted';
import type { FilterLevel } from '@/lib/blogs/view';
import { words } from '@/lib/core/words';
import { THRESHOLDS } from '@/lib/relevance/thresholds';

interface NoticeProps {
  language: string;
  filtered: number;
  /** Whether the left-out ones are shown all the same. */
  shown: boolean;
  /** Where those that a reader follows stand: on the thread's first page, or on another; null where they are no part of it. */
  followed: { first: boolean } | null;
  /** The same part of the thread with all of it shown, and as before. */
  hrefs: { all: string; again: string };
  /** How much the blog's owner lets it leave out. */
  level: FilterLevel;
}

/** Says that this view may leave comments out, how many it does, where they are, and by which rule. */
export function FilterNotice({ language, filtered, shown, followed, hrefs, level }: NoticeProps) {
  const t = words(language, 'comments');
  return (
    <div className="mt-4 text-sm text-soft">
      <p>
        {t('notice')}{' '}
        {filtered === 0 ? (
          t('nothing-left-out')
        ) : shown ? (
          <>
            {t('all-shown', { count: filtered })}{' '}
            <a className="link" href={hrefs.again} rel="nofollow" data-remember="relevant">
              {t('filter-again')}
            </a>
          </>
        ) : (
          <>
            {t('left-out', { count: filtered })} <MutedLeftOut words={t('muted-left-out', { count: '{count}' })} />
            {followed ? (
              <FollowedShown filtered={filtered} first={followed.first} words={t('followed-shown', { count: '{count}' })} />
            ) : null}
            <a className="link" href={hrefs.all} rel="nofollow">
              {t('show-all')}
            </a>
          </>
        )}
      </p>
      <details>
        <summary className="inline-flex min-h-8 items-center underline decoration-1 underline-offset-2">{t('why')}</summary>
        <p className="mt-1 max-w-[60ch]">{ruleIn(language, level)}</p>
      </details>
    </div>
  );
}

function ruleIn(language: string, level: FilterLevel): string {
  const t = words(language, 'comments');
  if (level === 'off') return t('rule-off');
  const { standing, unwanted } = THRESHOLDS[level];
  const inHundred = (share: number) => Math.round(share * 100);
  return t('rule', {
    standing: inHundred(standing),
    unwanted: inHundred(unwanted),
    level: words(language, 'blogs')(`filters.${level}`),
  });
}
