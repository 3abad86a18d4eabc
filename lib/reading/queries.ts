import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { postPath } from '@/lib/posts/view';
import { KEPT_DAYS } from './commands/thin-beats';
import type { Credit } from './credit';
import { ownCredits } from './own-credits';
import { midnight } from './slots';

/** One day's reading of a post, as its reader sees it. */
export interface OwnLine extends Credit {
  title: string;
  /** Null when it is not published any more. */
  path: string | null;
  /** Seconds, as measured. */
  measured: number;
  /** When its beats become a sum; later that is what is kept. */
  thinnedOn: Date;
}

export interface OwnReading {
  /** Null before they were asked. */
  on: boolean | null;
  /** Seconds of today, UTC: what was measured, and what of it counts as it stands. */
  today: { measured: number; credited: number };
  /** The latest day first. */
  lines: OwnLine[];
}

const WEEK = 7;
/** The Monday of a day. */
const weekOf = (at: Date): Date => midnight(at, (at.getUTCDay() + 6) % WEEK);

interface Span {
  from: Date;
  to: Date;
}

/** From when to when caps and shortfalls are counted, the latest first: by epoch, as long as its rule has it, and by weeks before the first. */
async function spansSince(first: Date, now: Date): Promise<Span[]> {
  const epochs = await db.epoch.findMany({
    where: { startsAt: { lte: now }, endsAt: { gt: first } },
    orderBy: { number: 'desc' },
    select: { startsAt: true, endsAt: true },
  });
  const spans = epochs.map(({ startsAt, endsAt }): Span => ({ from: startsAt, to: endsAt }));
  // The next one is opened some minutes after the last is over.
  const over = spans[0]?.to;
  if (over && over < now) spans.unshift({ from: over, to: midnight(now, -1) });
  for (let to = spans.at(-1)?.from ?? midnight(weekOf(now), -WEEK); to > first; ) {
    const from = weekOf(new Date(to.getTime() - 1));
    spans.push({ from, to });
    to = from;
  }
  return spans;
}

/** What is measured of a member: for their own eyes alone. What counts is counted epoch by epoch, and is final when that is divided. */
export async function readingOf(member: Member, now: Date): Promise<OwnReading> {
  const spans = await spansSince(midnight(now, KEPT_DAYS), now);
  const [row, ...counted] = await Promise.all([
    db.member.findUniqueOrThrow({ where: { id: member.id }, select: { measured: true } }),
    ...spans.map((span) => ownCredits(member.id, span)),
  ]);
  const credits = counted.flat();
  const named = await db.post.findMany({
    where: { id: { in: [...new Set(credits.map(({ postId }) => postId))] } },
    select: { id: true, title: true, slug: true, publishedAt: true, blog: { select: { handle: true } } },
  });
  const posts = new Map(named.map((post) => [post.id, post]));
  const lines = credits.map((credit): OwnLine => {
    const post = posts.get(credit.postId);
    const path = post?.publishedAt && post.slug ? postPath(post.blog.handle, post.slug) : null;
    return { ...credit, title: post?.title ?? '', path, measured: measuredIn(credit), thinnedOn: thinnedOn(credit.day) };
  });
  const today = lines.filter(({ day }) => day === now.toISOString().slice(0, 10));
  const sum = (of: (line: OwnLine) => number) => today.reduce((all, line) => all + of(line), 0);
  return {
    on: row.measured,
    today: { measured: sum(({ measured }) => measured), credited: sum(({ credited }) => credited) },
    lines: lines.sort((a, b) => (a.day === b.day ? b.measured - a.measured : a.day < b.day ? 1 : -1)),
  };
}

const measuredIn = ({ credited, left }: Credit): number => left.reduce((sum, { seconds }) => sum + seconds, credited);
const thinnedOn = (day: string): Date => midnight(new Date(`${day}T00:00:00Z`), -KEPT_DAYS - 1);

export interface PostReading {
  readers: number;
  /** Of all of them, as measured up to the last midnight, UTC. */
  seconds: number;
}

/** How long a blog's posts were read by whoever lets it be measured, its own people aside, as `tellWriters` added it up. */
export async function readingOfPosts(blogId: string): Promise<Map<string, PostReading>> {
  const rows = await db.postReading.findMany({
    where: { post: { blogId } },
    select: { postId: true, readers: true, seconds: true },
  });
  return new Map(rows.map(({ postId, ...told }) => [postId, told]));
}
