import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import type { CommentStatus } from '@/lib/comments/view';
import { Refused } from '@/lib/core/refused';
import { db, type Prisma } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { appealBar, reasonParts, receiptOf, sanctionHolds, sweptBy } from './appeal-policy';
import type { Decision } from './appeals';
import { moderatedBlogIds } from './queries';

/** What an appeal is about. */
export type About =
  | {
      kind: 'comment';
      comment: { id: string; body: string; status: CommentStatus; createdAt: Date };
      parent: { name: string | null; body: string } | null;
      post: { title: string; path: string; blog: string };
    }
  | {
      kind: 'limited' | 'suspended' | 'banned';
      handle: string;
      /** Null for the whole site. */
      blog: string | null;
      until: Date | null;
      over: boolean;
      swept: { days: number; count: number } | null;
    };

export interface AppealItem {
  id: string;
  receipt: string;
  text: string;
  createdAt: Date;
  writer: string;
  decision: { byMachine: boolean; rule: string; said: string; reason: Decision['reason']; decidedBy: string | null; createdAt: Date };
  about: About;
  /** Why this person may not decide it. */
  bar: ReturnType<typeof appealBar>;
}

const LENGTH = 100;
const AWAY = ['held', 'rejected', 'removed'] as const;

function waiting(blogIds: string[] | null): Prisma.AppealWhereInput {
  const post = blogIds ? { post: { blogId: { in: blogIds } } } : {};
  const here = blogIds ? { blogId: { in: blogIds } } : {};
  return {
    outcome: null,
    OR: [{ event: { comment: { status: { in: [...AWAY] }, ...post } } }, { event: { sanctionId: { not: null }, ...here } }],
  };
}

/** As `appealBar` has it. */
const decidableBy = ({ id }: Member): Prisma.AppealWhereInput => ({
  memberId: { not: id },
  event: {
    OR: [{ byMachine: true }, { actorId: null }, { actorId: { not: id } }],
    NOT: { comment: { reports: { some: { memberId: id } } } },
  },
});

/** How many appeals wait that this member may decide; 100 is: more than 99. */
export async function countAppeals(member: Member, blogIds: string[] | null): Promise<number> {
  const notMine = decidableBy(member);
  const ofEarning: Prisma.AppealWhereInput = {
    outcome: null,
    event: { OR: [{ hold: heldByOthers(member) }, { link: linkedByOthers(member) }] },
  };
  const [own, earning] = await Promise.all([
    db.appeal.count({ where: { AND: [waiting(blogIds), notMine] }, take: LENGTH }),
    isAdmin(member) ? db.appeal.count({ where: { AND: [ofEarning, notMine] }, take: LENGTH }) : 0,
  ]);
  return Math.min(LENGTH, own + earning);
}

const isNot = (id: string) => [null, { not: id }] as const;

/** A hold that this member neither set nor answered. */
const heldByOthers = ({ id }: Member): Prisma.EarningHoldWhereInput => ({
  AND: [{ OR: isNot(id).map((byId) => ({ byId })) }, { OR: isNot(id).map((endedById) => ({ endedById })) }],
});

/** A link that this member neither made nor is concerned by. */
const linkedByOthers = ({ id }: Member): Prisma.EarningLinkWhereInput => ({
  AND: [
    { OR: isNot(id).map((byId) => ({ byId })) },
    { OR: isNot(id).map((oneId) => ({ oneId })) },
    { OR: isNot(id).map((otherId) => ({ otherId })) },
  ],
});

/** Appeals that wait where this member moderates, those they may decide first, the oldest first of each. @throws Refused `not-found` */
export async function openAppeals(member: Member, now = new Date()): Promise<AppealItem[]> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const oldest = (also: Prisma.AppealWhereInput, take: number) =>
    db.appeal.findMany({
      where: { AND: [waiting(blogIds), also] },
      include: { member: { select: { name: true, handle: true } }, event: { include: EVENT } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take,
    });
  const decidable = await oldest(decidableBy(member), LENGTH);
  const rows = [...decidable, ...(await oldest({ id: { notIn: decidable.map(({ id }) => id) } }, LENGTH - decidable.length))];
  const commentIds = rows.flatMap(({ event: { commentId } }) => commentId ?? []);
  const own = await db.report.findMany({ where: { memberId: member.id, commentId: { in: commentIds } }, select: { commentId: true } });
  const reported = new Set(own.map(({ commentId }) => commentId));
  const items = rows.flatMap(({ event, member: writer, memberId, ...appeal }): AppealItem[] => {
    const { actor, actorId, byMachine } = event;
    const about = aboutOf(event, writer.handle, now);
    if (!about) return [];
    return [
      {
        id: appeal.id,
        receipt: receiptOf(appeal.id),
        text: appeal.text,
        createdAt: appeal.createdAt,
        writer: writer.name,
        decision: {
          byMachine,
          rule: event.rule,
          ...reasonParts(event.reason),
          decidedBy: byMachine ? null : (actor?.name ?? null),
          createdAt: event.createdAt,
        },
        about,
        bar: appealBar(member.id, {
          deciderId: byMachine ? null : actorId,
          writerId: memberId,
          reported: reported.has(event.commentId ?? ''),
        }),
      },
    ];
  });
  return [...items.filter(({ bar }) => bar === null), ...items.filter(({ bar }) => bar !== null)];
}

const EVENT = {
  actor: { select: { name: true } },
  comment: {
    select: {
      id: true,
      body: true,
      status: true,
      createdAt: true,
      parent: { select: { body: true, author: { select: { name: true } } } },
      post: { select: { title: true, slug: true, blog: { select: { name: true, handle: true } } } },
    },
  },
  blog: { select: { name: true } },
  sanction: true,
  sweep: { select: { days: true, total: true, done: true, state: true } },
} as const satisfies Prisma.ModerationEventInclude;

type EventRow = Prisma.ModerationEventGetPayload<{ include: typeof EVENT }>;

function aboutOf({ comment, sanction, blog, sweep }: EventRow, handle: string, now: Date): About | null {
  if (comment) {
    const { parent, post, ...own } = comment;
    return {
      kind: 'comment',
      comment: own,
      parent: parent ? { name: parent.author?.name ?? null, body: parent.body.slice(0, 400) } : null,
      post: { title: post.title, path: postPath(post.blog.handle, post.slug ?? ''), blog: post.blog.name },
    };
  }
  if (!sanction) return null;
  return {
    kind: sanction.kind,
    handle,
    blog: blog?.name ?? null,
    until: sanction.until,
    over: !sanctionHolds(sanction, now),
    swept: sweep ? sweptBy(sweep) : null,
  };
}
