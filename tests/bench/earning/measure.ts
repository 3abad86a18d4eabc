import { creditsOf, type DayOfReading, type PostRead } from '@/lib/reading/credit';
import { barredFor, isStaff, type KnownPost, type KnownReader } from '@/lib/reading/known';
import { type ReadingRule, readingRuleAt } from '@/lib/reading/rule';
import type { Weights } from './pool';

export const MONDAY = Date.UTC(2026, 10, 23);
export const DAYS = 7;
export const reading: ReadingRule = readingRuleAt(MONDAY);

export interface Post {
  id: string;
  authorId: string;
  words: number;
}

/** A piece of somebody's week. */
export interface Visit {
  post: Post;
  /** Of the week, from 0. */
  day: number;
  seconds: number;
  /** Hundredths of the post's blocks. */
  seen: number;
}

const NOBODY: KnownReader = { id: 'nobody', role: 'member', blogRoles: [] };
// Everybody has one blog.
const known = ({ id, authorId, words }: Post): KnownPost => ({ id, authorId, words, blogId: authorId, publishedAt: new Date(MONDAY) });

/** Seconds by author that the product credits for somebody's week, in the order in which it was read. `own` is whose blog it may be. */
export function creditedFor(visits: readonly Visit[], own: KnownReader = NOBODY): Weights {
  const days = new Map<string, DayOfReading>();
  const posts = new Map<string, PostRead>();
  for (const [nth, { post, day, seconds, seen }] of visits.entries()) {
    const date = new Date(MONDAY + day * 86_400_000);
    const key = `${post.id} ${day}`;
    const before = days.get(key);
    if (before) before.seconds += seconds;
    else
      days.set(key, {
        postId: post.id,
        authorId: post.authorId,
        day: date.toISOString().slice(0, 10),
        beganAt: date.getTime() + nth,
        seconds,
      });
    posts.set(post.id, { words: post.words, seen: Math.max(seen, posts.get(post.id)?.seen ?? 0), barred: barredFor(own, known(post)) });
  }
  const authorOf = new Map(visits.map(({ post }) => [post.id, post.authorId]));
  const found = new Map<string, bigint>();
  for (const { postId, credited } of creditsOf([...days.values()], { posts, staff: isStaff(own) }, reading)) {
    const author = authorOf.get(postId) ?? '';
    if (credited > 0) found.set(author, (found.get(author) ?? 0n) + BigInt(credited));
  }
  return [...found];
}
