import type { SiteRole } from '@/lib/accounts/actor';
import { canModerateBlog } from '@/lib/blogs/policy';
import type { BlogRole } from '@/lib/blogs/view';
import { isFiltered } from '@/lib/relevance/filter';
import { comparator, type View } from '@/lib/relevance/order';
import type { Branch, CommentStatus, CommentView, Thread } from './view';

export interface CommentRow {
  id: string;
  parentId: string | null;
  body: string;
  status: CommentStatus;
  ups: number;
  downs: number;
  createdAt: Date;
  editedAt: Date | null;
  author: { id: string; name: string; handle: string; role: SiteRole; inBlog: BlogRole | null } | null;
}

/** Rows as the tree a reader sees. What is gone keeps its place only while something shown answers it. */
export function threadOf(rows: readonly CommentRow[], writerId: string | null, view: View): Thread {
  const total = rows.filter(({ status }) => status === 'visible').length;
  const compare = comparator(view);
  const children = Map.groupBy(rows, ({ parentId }) => parentId);
  let filtered = 0;
  const build = (parentId: string | null): Branch[] =>
    (children.get(parentId) ?? []).toSorted(compare).flatMap((row) => {
      const replies = build(row.id);
      if (row.status !== 'visible' && replies.length === 0) return [];
      const comment = viewOfRow(row, writerId, total);
      if (comment.filtered) filtered += 1;
      return [{ comment, replies }];
    });
  const named = [...new Set(rows.flatMap(({ author }) => (author ? [author.id] : [])))];
  return { branches: build(null), total, filtered, people: named };
}

function viewOfRow({ author, ...row }: CommentRow, writerId: string | null, total: number): CommentView {
  const inBlog = author?.inBlog ?? null;
  const ofSite = author !== null && author.role !== 'member';
  const isWriter = author !== null && author.id === writerId;
  const visible = row.status === 'visible';
  return {
    ...row,
    body: visible ? row.body : '',
    author: author && visible ? { id: author.id, name: author.name, handle: author.handle } : null,
    mark: isWriter ? 'writer' : ofSite || (inBlog && canModerateBlog(inBlog)) ? 'moderator' : null,
    filtered: visible && isFiltered({ ...row, exempt: isWriter || ofSite || inBlog !== null }, total),
  };
}
