import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { blogRole } from '@/lib/blogs/queries';
import type { BlogView } from '@/lib/blogs/view';
import { isUuid } from '@/lib/core/keys';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { cleanDocument, type Document } from './document';
import { canEditPost } from './policy';
import { coverFields, coverOf } from './rows';
import { type Cover, postPath } from './view';

export interface DraftView {
  postId: string;
  blog: BlogView;
  version: number;
  title: string;
  standfirst: string;
  document: Document;
  tags: string[];
  coverId: string;
  cover: Cover | null;
  savedAt: Date;
  /** Where readers find it; null while it is not published. */
  path: string | null;
  /** Whether the draft differs from what readers see. */
  ahead: boolean;
}

/** @throws Refused `not-found` when there is none that this member may see, `not-allowed` without the right to edit it */
export async function requireEditable(member: Member, postId: string): Promise<{ id: string; blogId: string }> {
  const post = isUuid(postId)
    ? await db.post.findUnique({ where: { id: postId }, select: { id: true, blogId: true, authorId: true, publishedAt: true } })
    : null;
  if (!post) throw new Refused('not-found');
  if (canEditPost(member.id, await blogRole(member.id, post.blogId), post)) return post;
  throw new Refused(post.publishedAt ? 'not-allowed' : 'not-found');
}

export async function draftFor(member: Member, postId: string): Promise<DraftView> {
  await requireEditable(member, postId);
  const { draft, ...post } = await db.post.findUniqueOrThrow({
    where: { id: postId },
    select: {
      slug: true,
      publishedAt: true,
      changedAt: true,
      blog: { select: { id: true, handle: true, name: true, description: true, language: true, colour: true } },
      draft: { include: { cover: coverFields } },
    },
  });
  if (!draft) throw new Refused('not-found');
  const shown = post.changedAt ?? post.publishedAt;
  return {
    postId,
    blog: post.blog,
    version: draft.version,
    title: draft.title,
    standfirst: draft.standfirst,
    document: cleanDocument(draft.document),
    tags: draft.tags,
    coverId: draft.coverId ?? '',
    cover: coverOf(draft),
    savedAt: draft.savedAt,
    path: post.publishedAt && post.slug ? postPath(post.blog.handle, post.slug) : null,
    ahead: shown === null || draft.savedAt > shown,
  };
}

export interface StudioPost {
  id: string;
  title: string;
  author: string | null;
  path: string | null;
  publishedAt: Date | null;
  savedAt: Date;
  commentCount: number;
  reactionCount: number;
  mayEdit: boolean;
}

/** All posts of a blog as its writers see them; someone else's unpublished ones only for who may edit them. */
export async function studioPosts(member: Member, blogId: string): Promise<StudioPost[]> {
  const role = await blogRole(member.id, blogId);
  if (role === null) throw new Refused('not-found');
  const rows = await db.post.findMany({
    where: { blogId },
    select: {
      id: true,
      title: true,
      slug: true,
      authorId: true,
      publishedAt: true,
      createdAt: true,
      commentCount: true,
      reactionCount: true,
      author: { select: { name: true } },
      blog: { select: { handle: true } },
      draft: { select: { title: true, savedAt: true } },
    },
    orderBy: { createdAt: 'desc' },
    take: 500,
  });
  return rows
    .map((row) => ({ row, mayEdit: canEditPost(member.id, role, row) }))
    .filter(({ row, mayEdit }) => mayEdit || row.publishedAt !== null)
    .map(({ row, mayEdit }) => ({
      id: row.id,
      title: row.draft?.title || row.title,
      author: row.author?.name ?? null,
      path: row.publishedAt && row.slug ? postPath(row.blog.handle, row.slug) : null,
      publishedAt: row.publishedAt,
      savedAt: row.draft?.savedAt ?? row.createdAt,
      commentCount: row.commentCount,
      reactionCount: row.reactionCount,
      mayEdit,
    }));
}
