import type { BlogView, FilterLevel } from '@/lib/blogs/view';
import type { Document } from './document';

export interface Cover {
  url: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
}

/** What a list of posts shows of one. */
export interface PostCard {
  id: string;
  path: string;
  title: string;
  standfirst: string;
  blog: BlogView;
  /** Null for someone who left. */
  author: { id: string; name: string; handle: string } | null;
  publishedAt: Date;
  minutes: number;
  commentCount: number;
  tags: string[];
  cover: Cover | null;
}

export interface PostView extends PostCard {
  slug: string;
  author: { id: string; name: string; handle: string; bio: string } | null;
  document: Document;
  /** When it changed after its first publication. */
  changedAt: Date | null;
  reactionCount: number;
  words: number;
  /** Whether comments are taken, and how many seconds one person waits between two of them. */
  thread: { state: 'open' | 'closed' | 'locked'; slowSeconds: number; slowReason: string };
  /** What its blog's owner has *Most relevant* leave out. */
  filterLevel: FilterLevel;
}

export const postPath = (handle: string, slug: string): string => `/@${handle}/${encodeURIComponent(slug)}`;
