import { canModerateBlog } from '@/lib/blogs/policy';
import type { FilterLevel } from '@/lib/blogs/view';
import type { Candidate } from '@/lib/relevance/candidate';
import { filterReason } from '@/lib/relevance/filter';
import { ordered, type View } from '@/lib/relevance/order';
import type { Branch, CommentView } from '../view';
import type { CommentRow } from './rows';

type Author = NonNullable<CommentRow['author']>;

export interface Setting {
  writerId: string | null;
  level: FilterLevel;
  /** Visible comments of the whole thread. */
  total: number;
  view: View;
  now: Date;
}

/** Of the post's writer, the blog's people or the site's moderators. */
export function isExempt({ author }: { author: Omit<Author, 'name' | 'handle'> | null }, writerId: string | null): boolean {
  return author !== null && (author.id === writerId || author.role !== 'member' || author.inBlog !== null);
}

export const candidate = (row: CommentRow, writerId: string | null): CommentRow & Candidate => ({
  ...row,
  exempt: isExempt(row, writerId),
  gone: row.status !== 'visible',
  pinned: row.pinned && row.status === 'visible',
});

/** Rows as the tree a reader sees, the topmost in the order given or, without one, of the view. What is gone keeps its place only while something shown answers it. */
export function branchesFrom(rows: readonly CommentRow[], setting: Setting, order?: readonly string[]): Branch[] {
  const ranked = rows.map((row) => candidate(row, setting.writerId));
  const known = new Set(ranked.map(({ id }) => id));
  const children = Map.groupBy(ranked, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null));
  const build = (row: (typeof ranked)[number]): Branch[] => {
    const replies = ordered(children.get(row.id) ?? [], setting.view, setting.now).flatMap(build);
    if (row.status !== 'visible' && replies.length === 0 && row.answers === 0) return [];
    return [{ comment: viewOfRow(row, setting), replies, more: Math.max(0, row.answers - replies.length) }];
  };
  const top = children.get(null) ?? [];
  if (!order) return ordered(top, setting.view, setting.now).flatMap(build);
  const byId = new Map(top.map((row) => [row.id, row]));
  return order.flatMap((id) => byId.get(id) ?? []).flatMap(build);
}

function viewOfRow(row: CommentRow & Candidate, { writerId, level, total }: Setting): CommentView {
  const { id, parentId, status, ups, downs, createdAt, shownAt, editedAt, author, highlighted, pinned } = row;
  const visible = status === 'visible';
  const isWriter = author !== null && author.id === writerId;
  const moderates = author !== null && (author.role !== 'member' || canModerateBlog(author.inBlog));
  return {
    id,
    parentId,
    status,
    ups,
    downs,
    createdAt,
    shownAt,
    editedAt,
    highlighted: visible && highlighted,
    pinned: visible && pinned,
    body: visible ? row.body : '',
    author: author && visible ? { id: author.id, name: author.name, handle: author.handle } : null,
    mark: isWriter ? 'writer' : moderates ? 'moderator' : null,
    filtered: visible ? filterReason(row, { level, total }) : null,
  };
}
