import 'server-only';
import { isUuid } from '@/lib/core/keys';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { reasonParts } from './appeal-policy';

export interface PublicEntry {
  id: string;
  action: (typeof DECISIONS)[number] | (typeof ABOUT_EARNING)[number] | (typeof MEASURES)[number] | 'rejected';
  /** The rule of a machine's decision. */
  rule: string;
  /** A human's reason, of the closed set. */
  reason: ReturnType<typeof reasonParts>['reason'];
  role: 'machine' | 'blog' | 'site' | 'writer' | 'moderator';
  createdAt: Date;
  /** Null where the post is not shown to everyone. */
  post: { id: string; blogId: string; title: string; path: string; language: string } | null;
  /** Of a decision about a person: where it holds. Null for one about a comment. */
  person: { blog: { id: string; name: string; handle: string } | null } | null;
  /** Of a change of the word lists: whose they are. Null for everything else. */
  lists: { blog: { id: string; name: string; handle: string } | null } | null;
  /** Comments removed with a ban, or given back with it. */
  count: number | null;
}

const ABOUT_COMMENTS = ['approved', 'lowered', 'removed', 'hidden', 'undone', 'appeal-upheld', 'appeal-reversed'] as const;
const ABOUT_PEOPLE = ['limited', 'suspended', 'banned', 'lifted', 'sweep-undone'] as const;
const ABOUT_EARNING = ['earning-held', 'earning-confirmed', 'earning-cleared', 'earning-linked', 'earning-unlinked'] as const;
const DECISIONS = [...ABOUT_COMMENTS, ...ABOUT_PEOPLE] as const;
/** What is done about threads, and with comments that stay. */
const MEASURES = [
  'released',
  'thread-open',
  'thread-closed',
  'thread-locked',
  'slowed',
  'slow-ended',
  'pinned',
  'unpinned',
  'highlighted',
  'unhighlighted',
  'votes-trusted',
  'votes-doubted',
  'phrases-changed',
] as const;
const ROLES = ['blog', 'site', 'writer'] as const;
/** All comments of a sweep are one decision, which stands under the person; also where the comments are gone with their post. */
const WHOLE = ['banned', 'sweep-undone'];
export const ONE_BY_ONE = { OR: [{ sweepId: null }, { action: { in: WHOLE } }] };
const PAGE = 40;

type Other = (typeof MEASURES)[number] | (typeof ABOUT_EARNING)[number];

/** Whether it is a decision about a comment, or about what a person may do. */
export const isDecision = (action: PublicEntry['action']): action is Exclude<PublicEntry['action'], Other> =>
  ![...MEASURES, ...ABOUT_EARNING].some((one) => one === action);

/** What was decided about comments, threads and people, newest first. The same for everyone: no names, and no words of a comment, note or appeal. */
export async function publicLog(before: string | undefined): Promise<{ entries: PublicEntry[]; next: string | null }> {
  const [time = '', id = ''] = (before ?? '').split('_');
  const at = new Date(Number(time));
  const from = /^\d{1,15}$/.test(time) && isUuid(id) ? [{ OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }] : [];
  const rows = await db.moderationEvent.findMany({
    where: {
      AND: [{ OR: [{ action: { in: [...DECISIONS, ...ABOUT_EARNING, ...MEASURES] } }, { toStatus: 'rejected' }] }, ONE_BY_ONE, ...from],
    },
    select: {
      id: true,
      action: true,
      rule: true,
      reason: true,
      byMachine: true,
      byRole: true,
      createdAt: true,
      sanctionId: true,
      holdId: true,
      linkId: true,
      comment: { select: { post: { select: POST } } },
      post: { select: POST },
      blog: { select: { id: true, name: true, handle: true } },
      sweep: { select: { done: true, returned: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  });
  const entries = rows
    .slice(0, PAGE)
    .map(({ action, byMachine, byRole, reason, comment, post, blog, sweep, sanctionId, holdId, linkId, ...row }) => {
      // The words of an answer are the person's alone, and may begin like a reason.
      const named = /^(appeal|earning)-/.test(action) ? null : reasonParts(reason).reason;
      const role: PublicEntry['role'] = byMachine ? 'machine' : (ROLES.find((one) => one === byRole) ?? 'moderator');
      const kind = [...DECISIONS, ...ABOUT_EARNING, ...MEASURES].find((one) => one === action) ?? ('rejected' as const);
      const person = sanctionId || holdId || linkId || [...ABOUT_PEOPLE, ...ABOUT_EARNING].some((one) => one === action) ? { blog } : null;
      const count = sweep ? (action === 'sweep-undone' ? sweep.returned : sweep.done) : null;
      const { id, rule, createdAt } = row;
      const lists = action === 'phrases-changed' ? { blog } : null;
      return { id, rule, createdAt, action: kind, reason: named, role, post: shown(comment?.post ?? post), person, lists, count };
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

function shown(post: PostRow | null | undefined): PublicEntry['post'] {
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
        action IN ('approved', 'lowered', 'removed', 'hidden', 'limited', 'suspended', 'banned', 'earning-held', 'earning-confirmed', 'earning-linked') OR "toStatus" = 'rejected' AS made
      FROM moderation_event WHERE "createdAt" >= ${since} AND ("sweepId" IS NULL OR action = ANY (${WHOLE}))) AS events
    WHERE made IS TRUE OR action LIKE 'appeal%' GROUP BY month ORDER BY month DESC`;
}
