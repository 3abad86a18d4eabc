import 'server-only';
import { blogFields } from '@/lib/blogs/queries';
import type { BlogView } from '@/lib/blogs/view';
import { minutesToRead } from './document';
import { type Cover, type PostCard, postPath } from './view';

export const coverFields = { select: { id: true, width: true, height: true } } as const;

export const cardFields = {
  id: true,
  slug: true,
  title: true,
  standfirst: true,
  words: true,
  tags: true,
  publishedAt: true,
  commentCount: true,
  coverAlt: true,
  coverCaption: true,
  coverCredit: true,
  cover: coverFields,
  blog: { select: blogFields },
  author: { select: { id: true, name: true, handle: true, bio: true } },
} as const;

interface CoverRow {
  cover: { id: string; width: number; height: number } | null;
  coverAlt: string;
  coverCaption: string;
  coverCredit: string;
}

interface CardRow extends CoverRow {
  id: string;
  slug: string | null;
  title: string;
  standfirst: string;
  words: number;
  tags: string[];
  publishedAt: Date | null;
  commentCount: number;
  blog: BlogView;
  author: { id: string; name: string; handle: string; bio: string } | null;
}

export function coverOf({ cover, coverAlt, coverCaption, coverCredit }: CoverRow): Cover | null {
  if (!cover) return null;
  return { url: `/media/${cover.id}`, width: cover.width, height: cover.height, alt: coverAlt, caption: coverCaption, credit: coverCredit };
}

/** A published row as a card. */
export function cardOf(row: CardRow): PostCard {
  const { id, title, standfirst, tags, commentCount, blog, author } = row;
  return {
    id,
    title,
    standfirst,
    tags,
    commentCount,
    blog,
    path: postPath(blog.handle, row.slug ?? ''),
    author: author ? { id: author.id, name: author.name, handle: author.handle } : null,
    publishedAt: row.publishedAt ?? new Date(0),
    minutes: minutesToRead(row.words),
    cover: coverOf(row),
  };
}
