import type { RiskFacts } from '@/lib/earnings/risk/rule';
import { LEAST_BEATS } from '@/lib/earnings/risk/same-trace';
import { TRACED } from '@/lib/reading/traced';

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Post {
  id: string;
  authorId: string;
  blocks: number;
}

/** One opening of a post: the gaps between its beats in milliseconds, and what was in view in each of the first. */
interface Opening {
  memberId: string;
  post: Post;
  gaps: number[];
  windows: string[];
}

export interface Reader {
  memberId: string;
  /** Milliseconds. */
  since: number;
  openings: Opening[];
}

const EVERY = 10_000;

/** A page waits ten seconds, a second more or less, and the way through the net takes its time. */
const humanGap = (next: () => number): number => Math.round(EVERY + (next() * 2 - 1) * 1_000 - Math.log(1 - next()) * 60);

/** Reads on from where they are: now a block, now two, now none, seldom back; a screen shows some blocks. */
function humanWindows(next: () => number, { blocks }: Post, beats: number): string[] {
  const height = 2 + Math.floor(next() * 4);
  const pace = 0.3 + next() * 0.9;
  let top = 0;
  return Array.from({ length: beats }, () => {
    const move = next() < 0.06 ? -1 : Math.floor(next() * 2 * pace + next());
    top = Math.max(0, Math.min(blocks - 1, top + move));
    return `${top}-${Math.min(blocks, top + height)}`;
  });
}

/** So many people who read what they like, each for minutes to hours a week. */
export function honestReaders(next: () => number, count: number, posts: readonly Post[], until: number): Reader[] {
  return Array.from({ length: count }, (_, nth): Reader => {
    const memberId = `honest-${nth}`;
    const openings = Array.from({ length: 1 + Math.floor(next() * 12) }, (): Opening => {
      const post = posts[Math.floor(next() ** 2 * posts.length)] as Post;
      const beats = 3 + Math.floor(next() * 60);
      return { memberId, post, gaps: Array.from({ length: beats }, () => humanGap(next)), windows: humanWindows(next, post, beats) };
    });
    return { memberId, since: until - Math.floor(next() * 400 * 86_400_000), openings };
  });
}

/** People whom a newsletter brings on one day: they read its post or two, and some stay. */
export function newsletterReaders(next: () => number, count: number, posts: readonly Post[], until: number): Reader[] {
  const came = until - 3 * 86_400_000;
  return honestReaders(next, count, posts.slice(0, 2), until).map((reader, nth) => ({
    ...reader,
    memberId: `newsletter-${nth}`,
    since: came + Math.floor(next() * 43_200_000),
    openings: reader.openings.slice(0, 2).map((one) => ({ ...one, memberId: `newsletter-${nth}` })),
  }));
}

interface Farm {
  name: string;
  gap: (next: () => number) => number;
  /** The same way for all, or each its own. */
  way: 'script' | 'own';
  since: (nth: number) => number;
  /** Beats of each opening, and how many of those. */
  beats: number;
  times: number;
}

export function farmOf(next: () => number, count: number, posts: readonly Post[], { name, gap, way, since, beats, times }: Farm): Reader[] {
  const script = new Map(posts.map((post) => [post.id, humanWindows(next, post, beats)]));
  return Array.from({ length: count }, (_, nth): Reader => {
    const memberId = `${name}-${nth}`;
    const openings = Array.from({ length: times }, (_one, time): Opening => {
      const post = posts[time % posts.length] as Post;
      const windows = way === 'script' ? (script.get(post.id) ?? []) : humanWindows(next, post, beats);
      return { memberId, post, gaps: Array.from({ length: beats }, () => gap(next)), windows };
    });
    return { memberId, since: since(nth), openings };
  });
}

/** What of them the server keeps and the rules are given. */
export function factsOf(readers: readonly Reader[]): RiskFacts {
  const openings = readers.flatMap((reader) => reader.openings);
  const gaps = [...Map.groupBy(openings, ({ memberId, post }) => `${memberId} ${post.id}`).values()].map((own) => {
    const all = own.flatMap((one) => one.gaps);
    return {
      memberId: own[0]?.memberId ?? '',
      postId: own[0]?.post.id ?? '',
      gaps: all.length,
      sum: all.reduce((sum, one) => sum + BigInt(one), 0n),
      squares: all.reduce((sum, one) => sum + BigInt(one) * BigInt(one), 0n),
    };
  });
  const long = openings.filter(({ windows }) => windows.length >= LEAST_BEATS);
  const traces = [...Map.groupBy(long, ({ post, windows }) => `${post.id} ${windows.slice(0, TRACED).join(' ')} `).values()].map(
    (same) => ({
      postId: same[0]?.post.id ?? '',
      trace: `${same[0]?.windows.slice(0, TRACED).join(' ')} `,
      memberIds: [...new Set(same.map(({ memberId }) => memberId))],
    }),
  );
  const newcomers = readers.flatMap(({ memberId, since, openings: own }) => {
    const seconds = (all: readonly Opening[]) => all.reduce((sum, one) => sum + one.gaps.length * 10, 0);
    return [...Map.groupBy(own, ({ post }) => post.authorId)].map(([authorId, ofOne]) => ({
      ...{ memberId, since, authorId, seconds: seconds(ofOne), whole: seconds(own) },
      posts: [...Map.groupBy(ofOne, ({ post }) => post.id)].map(([postId, of]) => ({ postId, seconds: seconds(of) })),
    }));
  });
  return { gaps, traces, newcomers };
}

export const somePosts = (count: number): Post[] =>
  Array.from({ length: count }, (_, nth) => ({ id: `post-${nth}`, authorId: `author-${nth % 4}`, blocks: 14 + ((nth * 7) % 30) }));
