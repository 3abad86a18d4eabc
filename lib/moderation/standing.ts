import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import { keptSince } from '@/lib/comments/not-taken';
import { trustFacts } from '@/lib/comments/record';
import { isUuid } from '@/lib/core/keys';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { type TrustLevel, trustLevel } from '@/lib/screening/trust';
import { type Held, heldAgainst, type Told, toldTo } from './held';
import { moderatedBlogIds } from './queries';
import { type SweepProgress, sweepsOf } from './sweep-progress';

/** What somebody is told of themselves: what holds against them or did, and how far they are trusted on the whole site. */
export async function standingOf(member: Member, now: Date): Promise<{ held: Told[]; level: TrustLevel }> {
  const [held, facts] = await Promise.all([
    toldTo(member, now),
    db.$transaction((tx) => trustFacts(tx, { memberId: member.id, blogId: null }, now)),
  ]);
  return { held, level: trustLevel(facts) };
}

export interface Record {
  name: string;
  handle: string;
  joinedAt: Date;
  shown: number;
  removed: number;
  level: TrustLevel;
  /** What was not taken of them within a month, by rule, the most first. */
  refused: { rule: string; times: number; last: Date }[];
  held: Held[];
  sweeps: SweepProgress[];
  /** Where this moderator may sanction; `site` stands for everywhere. */
  blogs: { id: string; name: string }[];
  site: boolean;
}

/**
 * Somebody's record, as far as it concerns this moderator. @throws Refused `not-found` for anyone else, for an unknown person, and to a
 * blog's moderator for who never wrote there
 */
export async function recordOf(member: Member, handle: string, now: Date): Promise<Record> {
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const person = await db.member.findUnique({ where: { handle }, select: { id: true, name: true, handle: true, createdAt: true } });
  if (!person) throw new Refused('not-found');
  const here = blogIds ? { post: { blogId: { in: blogIds } } } : {};
  // Anybody may open a blog: who never came to it is nobody its moderators know anything of.
  if (blogIds && (await db.comment.count({ where: { authorId: person.id, ...here }, take: 1 })) === 0) throw new Refused('not-found');
  const [only] = blogIds?.length === 1 ? blogIds : [];
  const count = (status: ('visible' | 'removed' | 'rejected')[]) =>
    db.comment.count({ where: { authorId: person.id, status: { in: status }, ...here } });
  const [shown, removed, refused, facts, held, sweeps, blogs] = await Promise.all([
    count(['visible']),
    count(['removed', 'rejected']),
    db.refusal.groupBy({
      by: ['rule'],
      // What the site holds against somebody is the site's to know.
      where: { memberId: person.id, createdAt: { gte: keptSince(now) }, ...here, ...(blogIds ? { rule: { not: 'person-state' } } : {}) },
      _count: true,
      _max: { createdAt: true },
      orderBy: [{ _count: { rule: 'desc' } }, { rule: 'asc' }],
    }),
    db.$transaction((tx) => trustFacts(tx, { memberId: person.id, blogId: only ?? null }, now)),
    heldAgainst(person.id, now, blogIds),
    sweepsOf(person.id, now, blogIds),
    db.blog.findMany({
      where: blogIds ? { id: { in: blogIds } } : {},
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
      take: 200,
    }),
  ]);
  const { name, createdAt } = person;
  return {
    name,
    handle: person.handle,
    joinedAt: createdAt,
    shown,
    removed,
    level: trustLevel(facts),
    refused: refused.map(({ rule, _count, _max }) => ({ rule, times: _count, last: _max.createdAt ?? now })),
    held,
    sweeps,
    blogs,
    site: isSiteModerator(member),
  };
}

/**
 * A thread as its post's writer and its moderators set it; `moderates` says whether this member may also lock and slow it.
 * @throws Refused `not-found` for anyone else
 */
export async function threadSettings(member: Member, postId: string) {
  const blogIds = await moderatedBlogIds(member);
  const post = isUuid(postId)
    ? await db.post.findFirst({
        where: {
          id: postId,
          publishedAt: { not: null },
          ...(blogIds ? { OR: [{ authorId: member.id }, { blogId: { in: blogIds } }] } : {}),
        },
        select: {
          blogId: true,
          title: true,
          slug: true,
          threadState: true,
          slowSeconds: true,
          slowReason: true,
          blog: { select: { handle: true } },
        },
      })
    : null;
  if (!post) throw new Refused('not-found');
  const { blog, blogId, slug, ...rest } = post;
  return { ...rest, path: postPath(blog.handle, slug ?? ''), moderates: blogIds === null || blogIds.includes(blogId) };
}
