import 'server-only';
import type { FilterLevel } from '@/lib/blogs/view';
import type { View } from '@/lib/relevance/order';
import { branchesFrom, type Setting } from './thread/branches';
import { type Cursor, cursorOf, cursorText } from './thread/cursor';
import { keptOrder } from './thread/kept-order';
import { ancestorsOf, branchesOf, byTime, type CommentRow, linesOf, newestOf, type Place, shownSince, wholeThread } from './thread/rows';
import type { Branch, Thread } from './view';

interface Asked {
  postId: string;
  blogId: string;
  authorId: string | null;
  /** Visible comments, as the post counts them. */
  commentCount: number;
  level: FilterLevel;
}

export interface Page {
  view: View;
  /** The comment that a link leads to. */
  comment?: string | undefined;
  /** Only what came to be shown after this moment (milliseconds), where the thread is more than a page. */
  since?: string | undefined;
  /** Where the page begins, as `Thread.next` of the one before says. */
  from?: string | undefined;
}

/** A thread of up to so many comments is one page. */
export const WHOLE = 60;
/** More than so many rows, most of them empty places, are paged all the same. */
const MOST_ROWS = 200;
/** Branches on a page of a longer one, and answers under a comment that is looked at alone. */
export const PER_PAGE = 20;
/** So many on either side of a comment that a link leads to. */
const BESIDE = 2;

/** A page of a post's thread. The same for everyone. */
export async function threadFor(asked: Asked, page: Page, now = new Date()): Promise<Thread> {
  const setting = { writerId: asked.authorId, level: asked.level, total: asked.commentCount, view: page.view, now };
  const small = asked.commentCount <= WHOLE ? await whole(asked, setting) : null;
  if (small) return small;
  const cursor = cursorOf(page.from);
  const [thread, newest] = await Promise.all([longThread(asked, page, { cursor, setting }), newestOf(asked)]);
  const { missing, ...shown } = thread;
  // Whoever opens a page without it is told of it.
  return { ...shown, newest: missing ? new Date(missing.getTime() - 1) : newest };
}

type Paged = Omit<Thread, 'newest'> & { missing?: Date | null };

async function longThread(asked: Asked, page: Page, { cursor, setting }: { cursor: Cursor | null; setting: Setting }): Promise<Paged> {
  if (page.comment !== undefined) {
    const alone = await oneBranch(asked, page.comment, cursor, setting);
    if (alone) return alone;
  }
  if (page.since !== undefined && /^\d{1,15}$/.test(page.since)) return fresh(asked, new Date(Number(page.since)), cursor, setting);
  return page.view === 'relevant' ? ranked(asked, cursor, setting) : timed(asked, cursor, setting);
}

async function whole(asked: Asked, setting: Setting): Promise<Thread | null> {
  const rows = await wholeThread(asked, MOST_ROWS);
  if (!rows) return null;
  const total = rows.filter(({ status }) => status === 'visible').length;
  const branches = branchesFrom(rows, { ...setting, total });
  const times = rows.flatMap(({ shownAt }) => shownAt?.getTime() ?? []);
  const newest = times.length > 0 ? new Date(Math.max(...times)) : null;
  return { branches, total, filtered: countFiltered(branches), people: peopleIn(rows), newest, next: null, part: 'thread', above: null };
}

async function ranked(asked: Asked, cursor: Cursor | null, setting: Setting): Promise<Paged> {
  const [id, at] = cursor?.kind === 'in-order' ? [cursor.order, cursor.at] : [null, 0];
  const order = await keptOrder({ ...asked, ...setting }, { id, at, limit: PER_PAGE }, setting.now);
  const rows = await branchesOf(asked, order.ids, 'relevant');
  const end = order.at + PER_PAGE;
  return {
    branches: branchesFrom(rows, setting, order.ids),
    total: setting.total,
    filtered: order.filtered,
    people: peopleIn(rows),
    anew: order.at < at,
    missing: order.missing,
    next: end < order.length ? cursorText({ kind: 'in-order', order: order.id, at: end }) : null,
    part: 'thread',
    above: null,
  };
}

async function timed(asked: Asked, cursor: Cursor | null, setting: Setting): Promise<Paged> {
  const after = cursor?.kind === 'after' ? cursor.place : null;
  const places = await byTime(asked, { parentId: null, newestFirst: setting.view === 'newest', after, limit: PER_PAGE + 1 });
  const ids = places.slice(0, PER_PAGE).map(({ id }) => id);
  const rows = await branchesOf(asked, ids, setting.view);
  const branches = branchesFrom(rows, setting, ids);
  return { branches, total: setting.total, filtered: 0, people: peopleIn(rows), next: nextAfter(places), part: 'thread', above: null };
}

/** What came to be shown after a moment, the latest first, each with those it answers. */
async function fresh(asked: Asked, since: Date, cursor: Cursor | null, setting: Setting): Promise<Paged> {
  const after = cursor?.kind === 'after' ? cursor.place : null;
  const places = await shownSince(asked, { since, after, limit: PER_PAGE + 1 });
  const rows = await linesOf(
    asked,
    places.slice(0, PER_PAGE).map(({ id }) => id),
  );
  const branches = branchesFrom(rows, { ...setting, view: 'newest' });
  return {
    branches,
    total: setting.total,
    filtered: 0,
    people: peopleIn(rows),
    next: nextAfter(places),
    part: 'new',
    above: null,
  };
}

/**
 * One comment with those it answers, a page of those that answer it, the earliest first, and a few that stand around it. Null when it is
 * not shown.
 */
async function oneBranch(asked: Asked, commentId: string, cursor: Cursor | null, setting: Setting): Promise<Paged | null> {
  const above = await ancestorsOf(asked, commentId);
  if (above.length === 0) return null;
  const after = cursor?.kind === 'after' ? cursor.place : null;
  const places = await byTime(asked, { parentId: commentId, newestFirst: false, after, limit: PER_PAGE + 1 });
  const below = await branchesOf(
    asked,
    places.slice(0, PER_PAGE).map(({ id }) => id),
    'oldest',
  );
  // How many more answers there are is said by the way to the next page, and of those above by the way to the whole thread.
  const line = above.map((row) => ({ ...row, answers: 0 }));
  const known = new Set(line.map(({ id }) => id));
  const beside = after === null ? (await besides(asked, above.at(-1))).filter(({ id }) => !known.has(id)) : [];
  const rows = [...line, ...below, ...beside];
  return {
    branches: branchesFrom(rows, { ...setting, view: 'oldest' }),
    total: setting.total,
    filtered: 0,
    people: peopleIn(rows),
    next: nextAfter(places),
    part: 'branch',
    above: above[0]?.parentId ?? null,
  };
}

/** Those that stand around it under the same comment, by time, with what they answer. */
async function besides(asked: Asked, row: CommentRow | undefined): Promise<CommentRow[]> {
  if (!row) return [];
  const around = [true, false].map((newestFirst) => byTime(asked, { parentId: row.parentId, newestFirst, after: row, limit: BESIDE }));
  const places = (await Promise.all(around)).flat();
  return linesOf(
    asked,
    places.map(({ id }) => id),
  );
}

function nextAfter(places: readonly Place[]): string | null {
  const last = places[PER_PAGE - 1];
  return places.length > PER_PAGE && last ? cursorText({ kind: 'after', place: last }) : null;
}

const countFiltered = (branches: readonly Branch[]): number =>
  branches.reduce((sum, { comment, replies }) => sum + Number(comment.filtered !== null) + countFiltered(replies), 0);

/** Those whose names stand on the page, in an order that does not depend on how the rows lie. */
const peopleIn = (rows: readonly CommentRow[]): string[] =>
  [...new Set(rows.flatMap(({ author, status }) => (author && status === 'visible' ? [author.id] : [])))].toSorted();
