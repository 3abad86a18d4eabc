import { FollowedElsewhere } from '@/components/comments/followed';
import { ModerateLink } from '@/components/comments/moderate-link';
import { HowMany } from '@/components/comments/muted';
import { NewComments } from '@/components/comments/new-comments';
import { OpenThread } from '@/components/comments/open-thread';
import { OwnWaiting } from '@/components/comments/own-waiting';
import { Speak } from '@/components/comments/speak';
import { Votes } from '@/components/comments/votes';
import { DiscussionProvider } from '@/components/comments/words';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { ViewerProvider } from '@/components/viewer/viewer';
import type { FilterLevel } from '@/lib/blogs/view';
import { MOST_NEW } from '@/lib/comments/new-since';
import { type Branch, type CommentView, commentPath, type Thread as ThreadView } from '@/lib/comments/view';
import { errorWords } from '@/lib/core/error-words';
import { words } from '@/lib/core/words';
import type { PostView } from '@/lib/posts/view';
import { VIEWS, type View } from '@/lib/relevance/order';
import { postCommentAction, voteAction } from './comment-actions';
import { FilterNotice } from './filter-notice';
import { foldedIn, shownThread } from './shown-thread';
import { ThreadRules } from './thread-rules';

interface DiscussionProps {
  path: string;
  postId: string;
  language: string;
  view: View;
  thread: ThreadView;
  /** Who may write, and how often. */
  rules: PostView['thread'];
  /** How much *Most relevant* may leave out. */
  level: FilterLevel;
  query: { all?: string; comment?: string; since?: string; from?: string };
}

/** The comments of a post, the same for everyone. */
export function Discussion({ path, postId, language, view, thread, query, rules, level }: DiscussionProps) {
  const showAll = query.all === '1' || view !== 'relevant';
  const missed = query.comment !== undefined && query.from === undefined && !holds(thread.branches, query.comment);
  const first = query.from === undefined && thread.part === 'thread';
  const t = words(language, 'comments');
  const folds = ({ filtered, id }: CommentView) => filtered !== null && !showAll && id !== query.comment;
  const hrefWith = (from: string | undefined, all = query.all) => {
    const kept = new URLSearchParams();
    if (thread.part === 'branch' && query.comment) kept.set('comment', query.comment);
    else if (view !== 'relevant') kept.set('view', view);
    if (thread.part === 'new' && query.since) kept.set('since', query.since);
    if (all === '1') kept.set('all', '1');
    if (from) kept.set('from', from);
    return `${path}${kept.size > 0 ? `?${kept}` : ''}#comments`;
  };
  const hrefOf = (name: string) => (name === 'relevant' ? `${path}#comments` : `${path}?view=${name}#comments`);
  // Of a part of the thread what it has itself; of the whole, what all its pages leave out.
  const here = thread.part === 'thread' ? thread.filtered : leftOutIn(thread.branches, query.comment);
  const newest = thread.newest?.getTime() ?? 0;
  const comments = shownThread(thread.branches, language, folds);
  return (
    <DiscussionProvider
      value={{
        postId,
        path,
        post: postCommentAction,
        vote: voteAction,
        errorWords: errorWords(language),
        words: {
          reply: t('reply'),
          composer: t('composer'),
          placeholder: t('placeholder'),
          hint: t('hint'),
          marks: t('marks'),
          send: t('send'),
          sent: t('sent'),
          waits: t('waits'),
          refused: t('refused'),
          up: t('up'),
          down: t('down'),
          more: t('more'),
          signIn: t('sign-in'),
          own: t('own'),
          status: { held: t('status.held'), rejected: t('status.rejected'), removed: t('status.removed'), visible: t('status.visible') },
          ownFiltered: { votes: t('own-filtered.votes'), reports: t('own-filtered.reports'), unwanted: t('own-filtered.unwanted') },
          pinned: t('pinned'),
          highlighted: t('highlighted'),
          muted: t('muted'),
          replies: t('replies-uncounted'),
          moreReplies: t('more-replies-uncounted'),
          youFollow: t('you-follow', { name: '{name}' }),
          followedElsewhere: t('followed-elsewhere'),
          atItsPlace: t('at-its-place'),
          show: t('show'),
          writer: t('writer'),
          moderator: t('moderator'),
          edited: t('edited'),
          code: t('code'),
        },
      }}
    >
      <ViewerProvider folded={foldedIn(comments)} />
      <section id="comments" className="mt-14 scroll-mt-20">
        <h2 className="font-semibold text-xl">
          <HowMany words={t('heading', { count: thread.total })} />
        </h2>
        {missed ? <p className="mt-4 rounded-[10px] bg-sunken px-4 py-3 text-sm">{t('not-shown')}</p> : null}
        {thread.total > 0 ? (
          <>
            <div className="mt-2">
              <TabLinks
                label={t('views')}
                items={VIEWS.map((name) => ({ href: hrefOf(name), label: t(`view.${name}`), current: name === view, remember: name }))}
              />
            </div>
            {thread.part === 'branch' ? (
              <p className="mt-4 text-sm text-soft">
                {t('alone')}{' '}
                <a className="link" href={`${path}#comments`}>
                  {t('whole')}
                </a>
                {thread.above ? (
                  <>
                    {' '}
                    <a className="link" href={commentPath(path, thread.above)} rel="nofollow">
                      {t('above')}
                    </a>
                  </>
                ) : null}
              </p>
            ) : null}
            {thread.part === 'new' ? (
              <p className="mt-4 text-sm text-soft">
                {t('fresh')}{' '}
                <a className="link" href={hrefOf(view)}>
                  {t('whole')}
                </a>
              </p>
            ) : null}
          </>
        ) : (
          <p className="mt-2 text-soft">{t('none')}</p>
        )}
        {view === 'relevant' && (thread.part === 'thread' || here > 0) ? (
          <FilterNotice
            language={language}
            filtered={here}
            shown={showAll}
            followed={thread.part === 'thread' ? { first } : null}
            hrefs={{ all: hrefWith(undefined, '1'), again: hrefWith(undefined, '') }}
            level={level}
          />
        ) : null}
        <ThreadRules rules={rules} language={language} />
        <ModerateLink href={`/threads/${postId}`} label={words(language, 'sanctions')('thread.link')} />
        <Speak open={rules.state === 'open'} />
        <NewComments
          postId={postId}
          after={newest}
          path={path}
          phrases={Array.from({ length: MOST_NEW }, (_, nth) => t('new', { count: nth + 1, most: String(nth + 1 === MOST_NEW) }))}
        />
        <OwnWaiting paged={thread.next !== null || thread.part !== 'thread' || query.from !== undefined} />
        {thread.anew ? <p className="mt-6 text-soft">{t('anew')}</p> : null}
        {thread.total > 0 && thread.branches.length === 0 ? <p className="mt-6 text-soft">{t('end')}</p> : null}
        <Votes>
          <OpenThread comments={comments} after={newest} />
          {first && !showAll ? <FollowedElsewhere /> : null}
        </Votes>
        <Pagination
          label={t('pages')}
          first={
            query.from ? { href: hrefWith(undefined), label: thread.part === 'branch' ? t('first-replies') : t('first-page') } : undefined
          }
          next={
            thread.next ? { href: hrefWith(thread.next), label: thread.part === 'branch' ? t('more-of-these') : t('next-page') } : undefined
          }
        />
      </section>
    </DiscussionProvider>
  );
}

/** How many are left out, but for the one that a link led to. */
const leftOutIn = (branches: readonly Branch[], led: string | undefined): number =>
  branches.reduce(
    (sum, { comment, replies }) => sum + Number(comment.filtered !== null && comment.id !== led) + leftOutIn(replies, led),
    0,
  );

const holds = (branches: readonly Branch[], id: string): boolean =>
  branches.some(({ comment, replies }) => comment.id === id || holds(replies, id));
