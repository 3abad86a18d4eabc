import 'server-only';
import { type Actor, isSiteModerator } from '@/lib/accounts/actor';
import { isBarred } from '@/lib/accounts/barred';
import { canModerateBlog } from '@/lib/blogs/policy';
import { blogRole } from '@/lib/blogs/queries';
import { isUuid } from '@/lib/core/keys';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import type { FilterReason } from '@/lib/relevance/rule';
import { whyLeftOut } from './left-out';
import { canEdit, canWithdraw, isAuthor } from './policy';
import { type CommentStatus, commentPath } from './view';

export interface OneComment {
  id: string;
  body: string;
  status: CommentStatus;
  author: { id: string; name: string; handle: string } | null;
  post: { id: string; title: string; path: string; language: string };
  path: string;
  own: boolean;
  mayEdit: boolean;
  mayWithdraw: boolean;
  /** Whether this person moderates here, and it is another's. */
  mayRemove: boolean;
  mayReport: boolean;
  /** The reader's own vote. */
  vote: -1 | 0 | 1;
  /** It is withdrawn, and its words are kept for the moderators. */
  kept: boolean;
  /** Whether this person may pin or highlight it; pinning only what begins a branch, highlighting only what is another's. */
  mayMark: boolean;
  mayPin: boolean;
  /** How many votes are not counted because they came together; for who moderates. */
  together: number;
  votesTrusted: boolean;
  pinned: boolean;
  highlighted: boolean;
  revision: number;
  /** Why *Most relevant* leaves it out; for its writer only. */
  filtered: FilterReason | null;
  muted: boolean;
  followed: boolean;
  /** By which rule it waits; for its writer only. */
  heldBy: string | null;
  /** Its earlier words that this person may read, oldest first. */
  revisions: { body: string; createdAt: Date }[];
}

/** One comment as this person may see it; null when they may not. */
export async function oneComment(actor: Actor, id: string, now: Date): Promise<OneComment | null> {
  if (!isUuid(id)) return null;
  const row = await db.comment.findUnique({
    where: { id },
    select: {
      id: true,
      body: true,
      status: true,
      revision: true,
      authorId: true,
      createdAt: true,
      parentId: true,
      pinnedAt: true,
      highlightedAt: true,
      votesTrusted: true,
      author: { select: { id: true, name: true, handle: true } },
      post: {
        select: {
          id: true,
          title: true,
          slug: true,
          publishedAt: true,
          authorId: true,
          blog: { select: { id: true, handle: true, language: true } },
        },
      },
      revisions: { select: { body: true, createdAt: true, marked: true }, orderBy: { revision: 'asc' } },
      events: {
        where: { toStatus: 'held', byMachine: true },
        select: { rule: true },
        orderBy: { seq: 'desc' },
        take: 1,
      },
    },
  });
  if (!row) return null;
  const memberId = actor.kind === 'member' ? actor.id : '';
  const own = memberId !== '' && isAuthor(memberId, row);
  const path = postPath(row.post.blog.handle, row.post.slug ?? '');
  const barred = memberId !== '' && (await isBarred(db, { memberId, blogId: row.post.blog.id }, now));
  const moderates = !barred && (isSiteModerator(actor) || (memberId !== '' && canModerateBlog(await blogRole(memberId, row.post.blog.id))));
  // What waits or was taken away is its writer's and the moderators' to see.
  if (!own && !moderates && (row.status !== 'visible' || row.post.publishedAt === null)) return null;
  const { muted, followed } = await regardOf(memberId, row.authorId);
  return {
    id,
    body: row.body,
    status: row.status,
    author: row.author,
    post: { id: row.post.id, title: row.post.title, path, language: row.post.blog.language },
    path: commentPath(path, id),
    own,
    mayEdit: own && canEdit(memberId, row, now),
    mayWithdraw: own && canWithdraw(memberId, row),
    mayRemove: row.status === 'visible' && moderates && !own,
    kept: row.status === 'withdrawn' && row.body !== '',
    vote: await voteOf(memberId, id),
    mayReport: memberId !== '' && !own && !moderates && !barred && row.status === 'visible',
    mayMark:
      row.status === 'visible' &&
      !barred &&
      !(own && row.parentId !== null) &&
      (moderates || (memberId !== '' && memberId === row.post.authorId)),
    mayPin: row.parentId === null,
    together: moderates && !own ? await db.vote.count({ where: { commentId: id, counted: false, value: { not: 0 } } }) : 0,
    votesTrusted: moderates && !own && row.votesTrusted,
    pinned: row.pinnedAt !== null,
    highlighted: row.highlightedAt !== null,
    revision: row.revision,
    filtered: own ? await whyLeftOut(id) : null,
    muted,
    followed,
    heldBy: own && row.status === 'held' ? (row.events[0]?.rule ?? null) : null,
    // What an unmarked edit took back stays so, also when a later one is marked; moderators see all of it.
    revisions: row.revisions.filter(({ marked }) => marked || moderates).map(({ body, createdAt }) => ({ body, createdAt })),
  };
}

async function voteOf(memberId: string, commentId: string): Promise<OneComment['vote']> {
  const row = memberId === '' ? null : await db.vote.findUnique({ where: { commentId_memberId: { commentId, memberId } } });
  return row === null || row.value === 0 ? 0 : row.value > 0 ? 1 : -1;
}

/** What the reader, empty for a guest, makes of a comment's writer. */
async function regardOf(memberId: string, authorId: string | null): Promise<{ muted: boolean; followed: boolean }> {
  if (memberId === '' || authorId === null) return { muted: false, followed: false };
  const [mutes, follows] = await Promise.all([
    db.mute.count({ where: { memberId, mutedId: authorId } }),
    db.follow.count({ where: { memberId, followedId: authorId } }),
  ]);
  return { muted: mutes > 0, followed: follows > 0 };
}
