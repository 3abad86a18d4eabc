import 'server-only';
import type { BlogView } from '@/lib/blogs/view';
import { pool } from '@/lib/db/pool';
import { minutesToRead } from './document';
import { type Cover, type PostCard, postPath } from './view';

export const coverFields = { select: { id: true, width: true, height: true } } as const;

interface CoverRow {
  cover: { id: string; width: number; height: number } | null;
  coverAlt: string;
  coverCaption: string;
  coverCredit: string;
}

export interface CardRow extends CoverRow {
  id: string;
  slug: string;
  title: string;
  standfirst: string;
  words: number;
  tags: string[];
  publishedAt: Date;
  commentCount: number;
  blog: BlogView;
  author: { id: string; name: string; handle: string; bio: string } | null;
}

/** What a card shows, of `p`. Lists are the reading path: one statement each, where an object mapper asks once a relation. */
const CARD = `p.id, p.slug, p.title, p.standfirst, p.words, p.tags, p."publishedAt", p."commentCount",
  p."coverAlt", p."coverCaption", p."coverCredit",
  CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'width', c.width, 'height', c.height) END AS cover,
  json_build_object('id', b.id, 'handle', b.handle, 'name', b.name, 'description', b.description, 'language', b.language,
    'colour', b.colour) AS blog,
  CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name, 'handle', a.handle, 'bio', a.bio) END AS author`;
const JOINED = `JOIN blog b ON b.id = p."blogId" LEFT JOIN media c ON c.id = p."coverId" LEFT JOIN member a ON a.id = p."authorId"`;

interface Ask {
  /** Names the statement for the connection's cache of plans. */
  name: string;
  /** What follows `FROM post p` and what belongs to a card. */
  rest: string;
  values: readonly unknown[];
  /** More columns, beginning with a comma. */
  more?: string;
}

/** Published posts as rows of cards. `rest` must ask for published ones itself. */
export async function cardRows<T extends object = object>({ name, rest, values, more = '' }: Ask): Promise<(CardRow & T)[]> {
  const text = `SELECT ${CARD}${more} FROM post p ${JOINED} ${rest}`;
  return (await pool.query<CardRow & T>({ name: `cards-${name}`, text, values: [...values] })).rows;
}

export function coverOf({ cover, coverAlt, coverCaption, coverCredit }: CoverRow): Cover | null {
  if (!cover) return null;
  return { url: `/media/${cover.id}`, width: cover.width, height: cover.height, alt: coverAlt, caption: coverCaption, credit: coverCredit };
}

/** A published row as a card. */
export function cardOf(row: CardRow): PostCard {
  const { id, title, standfirst, tags, commentCount, blog, author, publishedAt } = row;
  return {
    id,
    title,
    standfirst,
    tags,
    commentCount,
    blog,
    path: postPath(blog.handle, row.slug),
    author: author ? { id: author.id, name: author.name, handle: author.handle } : null,
    publishedAt,
    minutes: minutesToRead(row.words),
    cover: coverOf(row),
  };
}
