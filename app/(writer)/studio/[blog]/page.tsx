import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { canManageBlog, canModerateBlog, canWriteIn } from '@/lib/blogs/policy';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { studioPosts } from '@/lib/posts/editing';
import { LEAST_READERS } from '@/lib/reading/least-readers';
import { readingOfPosts } from '@/lib/reading/queries';
import { startPostAction } from '../../write/actions';
import { ownBlog, writer } from '../../writer';

export default async function StudioBlog({ params }: { params: Promise<{ blog: string }> }) {
  const segment = (await params).blog;
  const member = await writer(`/studio/${segment}`);
  const blog = await ownBlog(member, segment);
  const t = words(member.language, 'posts');
  const b = words(member.language, 'blogs');
  const r = words(member.language, 'reading');
  const [posts, reading] = await Promise.all([studioPosts(member, blog.id), readingOfPosts(blog.id)]);
  const { dateTime, number } = formats(member.language);
  const read = (postId: string) => {
    const known = reading.get(postId);
    return known ? r('studio.sum', { minutes: number(Math.round(known.seconds / 60)), count: known.readers }) : r('studio.few');
  };
  const discussion = ({ title, commentCount }: (typeof posts)[number]) => t('discussion', { title, count: commentCount });
  return (
    <Sheet title={blog.name} intro={blog.description} wide>
      <div className="flex flex-wrap items-start gap-3">
        {canWriteIn(blog.role) ? (
          <div>
            <ActionForm
              action={startPostAction}
              errorWords={errorWords(member.language)}
              submit={t('new')}
              keyed
              fields={[{ kind: 'hidden', name: 'blogId', value: blog.id }]}
            />
          </div>
        ) : null}
        <ButtonLink href={`/@${blog.handle}`}>{b('read')}</ButtonLink>
        {canWriteIn(blog.role) ? (
          <ButtonLink href={`/studio/@${blog.handle}/earnings`}>{words(member.language, 'statement')('title')}</ButtonLink>
        ) : null}
        {canModerateBlog(blog.role) ? (
          <ButtonLink href={`/studio/@${blog.handle}/words`}>{words(member.language, 'phrases')('title')}</ButtonLink>
        ) : null}
        {canManageBlog(blog.role) ? <ButtonLink href={`/studio/@${blog.handle}/settings`}>{b('settings')}</ButtonLink> : null}
      </div>
      {posts.length === 0 ? (
        <EmptyState title={t('none')}>{t('none-text')}</EmptyState>
      ) : (
        <>
          <Table
            caption={t('list')}
            head={[t('title'), t('state'), t('writer'), t('changed'), t('comments'), t('bulbs'), r('studio.read')]}
          >
            {posts.map((post) => (
              <tr key={post.id}>
                <td dir="auto">
                  <a className="link" href={post.mayEdit ? `/write/${post.id}` : (post.path ?? '')}>
                    {post.title || t('untitled')}
                  </a>
                </td>
                <td>{post.path ? <Badge tone="ok">{t('published')}</Badge> : <Badge>{t('draft')}</Badge>}</td>
                <td dir="auto">{post.author ?? t('left')}</td>
                <td className="whitespace-nowrap">{dateTime(post.savedAt, { dateStyle: 'medium' })}</td>
                <td className="tabular-nums">
                  {post.path && post.mayEdit ? (
                    <a
                      className="link inline-flex min-h-11 min-w-11 items-center"
                      href={`/threads/${post.id}`}
                      aria-label={discussion(post)}
                    >
                      {post.commentCount}
                    </a>
                  ) : (
                    post.commentCount
                  )}
                </td>
                <td className="tabular-nums">{post.reactionCount}</td>
                <td className="tabular-nums">{post.path ? read(post.id) : ''}</td>
              </tr>
            ))}
          </Table>
          <p className="text-[13px] text-faint">{r('studio.note', { count: LEAST_READERS })}</p>
        </>
      )}
    </Sheet>
  );
}
