import { earningRuleAt, type Tier } from '@/lib/earnings/rule';
import { expectedSeconds } from '@/lib/reading/rule';
import { type Chance, chanceFrom } from './chance';
import { creditedFor, DAYS, MONDAY, type Post, reading, type Visit } from './measure';
import { member, type Pool, proven, times, withMore } from './pool';

export interface Person {
  id: string;
  tier: Tier;
  visits: readonly Visit[];
}

/** Honest people and what they read in one week. */
export interface Town {
  chance: Chance;
  /** The most read first. */
  authors: readonly string[];
  /** By author. */
  posts: ReadonlyMap<string, readonly Post[]>;
  people: readonly Person[];
  /** Where each paid eight, and where nobody pays and each has proved something. */
  members: Pool;
  points: Pool;
}

const INACTIVE = 0.12;
const MEDIAN_SECONDS = 20 * 60;
const POSTS_A_WEEK = 5;
// Of a hundred people: with an address only, a number, a card, papers.
const PROOFS: readonly [Tier, number][] = [
  ['none', 25],
  ['phone', 60],
  ['card', 75],
  ['identity', 100],
];

export const rule = earningRuleAt(MONDAY);

export function townOf(seed: number, size = { people: 2_000, authors: 300 }): Town {
  const chance = chanceFrom(seed);
  const authors = times(size.authors, (nth) => `author-${nth}`);
  const posts = new Map(authors.map((authorId) => [authorId, postsOf(authorId, chance)]));
  const people = times(size.people, (nth) => {
    const percent = chance.below(100);
    const tier = PROOFS.find(([, below]) => percent < below)?.[0] ?? 'none';
    const seconds = chance.share() < INACTIVE ? 0 : honestSeconds(chance);
    return { id: `person-${nth}`, tier, visits: weekOf(seconds, { authors, posts, chance }) };
  });
  const read = people.map((person) => ({ person, weights: creditedFor(person.visits) }));
  const members = withMore(
    { kind: 'members', rule, amount: 0n, accounts: [] },
    read.map(({ person, weights }) => member(person.id, weights, rule)),
  );
  const points: Pool = {
    kind: 'points',
    rule,
    amount: rule.emission,
    accounts: read.map(({ person, weights }) => proven(person.id, person.tier, rule, weights)),
  };
  return { chance, authors, posts, people, members, points };
}

/** Of one week. */
export const honestSeconds = (chance: Chance): number => Math.min(DAYS * reading.mostOfDay, chance.logNormal(MEDIAN_SECONDS, 1));

const postsOf = (authorId: string, chance: Chance): Post[] =>
  times(POSTS_A_WEEK, (nth) => ({
    id: `${authorId}/${nth}`,
    authorId,
    words: Math.round(Math.min(5_000, Math.max(150, chance.logNormal(950, 0.6)))),
  }));

/** Reads popular authors more, some posts to the end and some not, until the time is over. */
export function weekOf(seconds: number, { authors, posts, chance }: Pick<Town, 'authors' | 'posts' | 'chance'>): Visit[] {
  const visits: Visit[] = [];
  for (let left = seconds; left >= reading.leastSeconds; ) {
    const own = posts.get(authors[chance.zipf(authors.length)] ?? '') ?? [];
    const post = own[chance.below(own.length)];
    if (!post) break;
    const wanted = expectedSeconds(post.words, reading) * (0.15 + 1.25 * chance.share());
    // Beats are what is measured.
    const spent = Math.max(reading.beatSeconds, Math.floor(Math.min(left, wanted) / reading.beatSeconds) * reading.beatSeconds);
    visits.push({ post, day: chance.below(DAYS), seconds: spent, seen: 40 + chance.below(61) });
    left -= spent;
  }
  return visits;
}
