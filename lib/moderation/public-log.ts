import 'server-only';
import { isUuid } from '@/lib/core/keys';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { reasonParts } from './appeal-policy';

export interface PublicEntry {
  id: string;
  action: 'approved' | 'removed' | 'hidden' | 'rejected' | 'appeal-upheld' | 'appeal-reversed';
  /** The rule of a machine's decision. */
  rule: string;
  /** A human's reason, of the closed set. */
  reason: ReturnType<typeof reasonParts>['reason'];
  role: 'machine' | 'blog' | 'site' | 'moderator';
  createdAt: Date;
  /** Null where the post is not shown to everyone. */
  post: { id: string; blogId: string; title: string; path: string; language: string } | null;
}

const DECISIONS = ['approved', 'removed', 'hidden', 'appeal-upheld', 'appeal-reversed'];
const PAGE = 40;

/** What was decided about comments, newest first. The same for everyone: no names, and no words of a comment, note or appeal. */
export async function publicLog(before: string | undefined): Promise<{ entries: PublicEntry[]; next: string | null }> {
  const [time = '', id = ''] = (before ?? '').split('_');
  const at = new Date(Number(time));
  const from = /^\d{1,15}$/.test(time) && isUuid(id) ? [{ OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }] : [];
  const rows = await db.moderationEvent.findMany({
    where: { AND: [{ OR: [{ action: { in: DECISIONS } }, { toStatus: 'rejected' }] }, ...from] },
    select: {
      id: true,
      action: true,
      rule: true,
      reason: true,
      byMachine: true,
      byRole: true,
      createdAt: true,
      comment: { select: { post: { select: POST } } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  });
  const entries = rows.slice(0, PAGE).map(({ action, byMachine, byRole, reason, comment, ...row }) => {
    // The words of an answer are the person's alone, and may begin like a reason.
    const named = action.startsWith('appeal-') ? null : reasonParts(reason).reason;
    const role: PublicEntry['role'] = byMachine ? 'machine' : byRole === 'blog' || byRole === 'site' ? byRole : 'moderator';
    const kind = DECISIONS.includes(action) ? (action as PublicEntry['action']) : ('rejected' as const);
    return { id: row.id, rule: row.rule, createdAt: row.createdAt, action: kind, reason: named, role, post: shown(comment?.post) };
  });
  const last = entries.at(-1);
  return { entries, next: rows.length > PAGE && last ? `${last.createdAt.getTime()}_${last.id}` : null };
}

const POST = {
  id: true,
  blogId: true,
  title: true,
  slug: true,
  publishedAt: true,
  blog: { select: { handle: true, language: true } },
} as const;

interface PostRow {
  id: string;
  blogId: string;
  title: string;
  slug: string | null;
  publishedAt: Date | null;
  blog: { handle: string; language: string };
}

function shown(post: PostRow | undefined): PublicEntry['post'] {
  if (!post?.publishedAt || post.slug === null) return null;
  const { id, blogId, title, slug, blog } = post;
  return { id, blogId, title, path: postPath(blog.handle, slug), language: blog.language };
}

export interface Month {
  /** Its first instant, in UTC. */
  month: Date;
  decisions: number;
  byMachine: number;
  appeals: number;
  answered: number;
  reversed: number;
}

const MONTHS = 6;

/** How much was decided in each of the last six months in which anything was, the latest first. */
export async function monthlyNumbers(now: Date): Promise<Month[]> {
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1));
  return db.$queryRaw<Month[]>`
    SELECT month, count(*) FILTER (WHERE made)::int AS decisions, count(*) FILTER (WHERE made AND "byMachine")::int AS "byMachine",
      count(*) FILTER (WHERE action = 'appealed')::int AS appeals, count(*) FILTER (WHERE action LIKE 'appeal-%')::int AS answered,
      count(*) FILTER (WHERE action = 'appeal-reversed')::int AS reversed
    FROM (SELECT date_trunc('month', "createdAt", 'UTC') AS month, action, "byMachine",
        action IN ('approved', 'removed', 'hidden') OR "toStatus" = 'rejected' AS made
      FROM moderation_event WHERE "createdAt" >= ${since}) AS events
    WHERE made IS TRUE OR action LIKE 'appeal%' GROUP BY month ORDER BY month DESC`;
}
