import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { isSiteModerator } from '@/lib/accounts/actor';
import { canModerateBlog } from '@/lib/blogs/policy';
import { blogRole } from '@/lib/blogs/queries';
import { db } from '@/lib/db/client';
import { isFiltered } from '@/lib/relevance/filter';
import type { View } from '@/lib/relevance/order';
import { type CommentRow, threadOf } from './thread';
import type { CommentStatus, Thread } from './view';

interface Asked {
  postId: string;
  blogId: string;
  authorId: string | null;
}

/** All that a post's thread shows, in the order of a view. The same for everyone. */
export async function threadFor(post: Asked, view: View): Promise<Thread> {
  return threadOf(await rowsOf(post.postId), await peopleOfPost(post), view);
}

function rowsOf(postId: string): Promise<CommentRow[]> {
  return db.comment.findMany({
    where: { postId, status: { in: ['visible', 'removed', 'withdrawn'] } },
    select: {
      id: true,
      parentId: true,
      body: true,
      status: true,
      ups: true,
      downs: true,
      createdAt: true,
      editedAt: true,
      author: { select: { id: true, name: true, handle: true, role: true } },
    },
  });
}

/** Who is marked and never filtered: the post's writer and those with a role in the blog. */
async function peopleOfPost({ blogId, authorId }: Asked): Promise<{ writerId: string | null; blogPeople: Map<string, boolean> }> {
  const rows = await db.blogMember.findMany({ where: { blogId }, select: { memberId: true, role: true } });
  return { writerId: authorId, blogPeople: new Map(rows.map(({ memberId, role }) => [memberId, canModerateBlog(role)])) };
}

export interface OwnComment {
  id: string;
  parentId: string | null;
  body: string;
  status: CommentStatus;
  reason: string;
  filtered: boolean;
}

export interface ViewerComments {
  votes: Record<string, 1 | -1>;
  ownComments: OwnComment[];
  mutedIds: string[];
  canModerate: boolean;
}

/** What of a thread differs for one member. */
export async function viewerComments(member: Member, postId: string): Promise<ViewerComments> {
  const post = await db.post.findUnique({ where: { id: postId }, select: { blogId: true, authorId: true } });
  if (!post) return { votes: {}, ownComments: [], mutedIds: [], canModerate: isSiteModerator(member) };
  const [votes, own, mutes, role, visible] = await Promise.all([
    db.vote.findMany({ where: { memberId: member.id, comment: { postId } }, select: { commentId: true, value: true } }),
    db.comment.findMany({
      where: { authorId: member.id, postId, status: { not: 'withdrawn' } },
      select: {
        id: true,
        parentId: true,
        body: true,
        status: true,
        ups: true,
        downs: true,
        events: {
          where: { toStatus: { in: ['held', 'rejected', 'removed'] } },
          orderBy: { createdAt: 'desc' },
          take: 1,
          select: { rule: true, reason: true },
        },
      },
      orderBy: { createdAt: 'asc' },
    }),
    db.mute.findMany({ where: { memberId: member.id }, select: { mutedId: true } }),
    blogRole(member.id, post.blogId),
    db.comment.count({ where: { postId, status: 'visible' } }),
  ]);
  const exempt = role !== null || isSiteModerator(member) || post.authorId === member.id;
  return {
    votes: Object.fromEntries(votes.map(({ commentId, value }) => [commentId, value === 1 ? 1 : -1])),
    ownComments: own.map(({ ups, downs, events, ...row }) => ({
      ...row,
      reason: events[0]?.reason || events[0]?.rule || '',
      filtered: row.status === 'visible' && isFiltered({ ups, downs, exempt }, visible),
    })),
    mutedIds: mutes.map(({ mutedId }) => mutedId),
    canModerate: isSiteModerator(member) || canModerateBlog(role),
  };
}
