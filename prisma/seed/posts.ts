import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { Tx } from '@/lib/db/client';
import { documentFromMarkdown, type TownNode } from '@/tests/factories/town/document';
import { pictures } from '@/tests/factories/town/pictures';
import { posts } from '@/tests/factories/town/posts';
import type { TownPost } from '@/tests/factories/town/shape';
import { threads } from '@/tests/factories/town/threads';
import { daysBefore, type Ids, idOf } from './ids';

interface Drawn {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** The town's drawings as WebP, 1600 pixels wide. */
export async function drawPictures(): Promise<Drawn[]> {
  const wanted = [...new Set(posts.flatMap(({ cover }) => (cover ? [cover.picture] : [])))];
  return Promise.all(
    wanted.map(async (name) => {
      const drawing = sharp(Buffer.from(pictures[name] ?? ''), { density: 72 }).resize({ width: 1600 });
      const { data, info } = await drawing.webp({ quality: 82 }).toBuffer({ resolveWithObject: true });
      return { name, bytes: new Uint8Array(data), width: info.width, height: info.height };
    }),
  );
}

export async function seedPictures(tx: Tx, drawn: Drawn[]): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const { name, bytes, width, height } of drawn) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { id } = await tx.media.create({ data: { sha256, bytes, width, height }, select: { id: true } });
    ids.set(name, id);
  }
  return ids;
}

interface Town {
  people: Ids;
  blogs: Ids;
  pictures: Ids;
  now: Date;
}

export interface SeededPost {
  id: string;
  publishedAt: Date;
}

/** Answers with the published posts, by slug. */
export async function seedPosts(tx: Tx, town: Town): Promise<ReadonlyMap<string, SeededPost>> {
  const published = new Map<string, SeededPost>();
  for (const post of posts) {
    const publishedAt = post.publishedDaysAgo === null ? null : daysBefore(town.now, post.publishedDaysAgo);
    const { id } = await tx.post.create({ data: rowOf(post, publishedAt, town), select: { id: true } });
    if (publishedAt) published.set(post.slug, { id, publishedAt });
  }
  return published;
}

function rowOf(post: TownPost, publishedAt: Date | null, town: Town) {
  const document = documentFromMarkdown(post.body);
  const text = textOf(document);
  const blogId = idOf(town.blogs, post.blog);
  const createdAt = publishedAt ? new Date(publishedAt.getTime() - 7_200_000) : daysBefore(town.now, 1);
  const shown = {
    title: post.title,
    standfirst: post.standfirst,
    document: JSON.parse(JSON.stringify(document)) as object,
    tags: [...post.tags],
    ...(post.cover
      ? {
          coverId: idOf(town.pictures, post.cover.picture),
          coverAlt: post.cover.alt,
          coverCaption: post.cover.caption,
          coverCredit: post.cover.credit,
        }
      : {}),
  };
  const fans = publishedAt ? fansOf(post) : [];
  return {
    ...shown,
    blogId,
    authorId: idOf(town.people, post.author),
    text,
    words: text.split(/\s+/).filter((word) => word !== '').length,
    submissionKey: randomUUID(),
    createdAt,
    publishedAt,
    firstPublishedAt: publishedAt,
    slug: publishedAt ? post.slug : null,
    reactionCount: fans.length,
    draft: { create: { ...shown, version: 1, savedAt: publishedAt ?? createdAt } },
    ...(publishedAt
      ? {
          slugs: { create: { blogId, slug: post.slug, createdAt: publishedAt } },
          reactions: { create: fans.map((fan) => ({ memberId: idOf(town.people, fan), createdAt: publishedAt })) },
        }
      : {}),
  };
}

// Whoever commented kindly enough to be answered liked the post too; the writer does not count.
function fansOf(post: TownPost): string[] {
  const comments = threads.find((thread) => thread.post === post.slug)?.comments ?? [];
  const there = comments.flatMap(({ by, up }) => [by, ...(up ?? [])]);
  return [...new Set(there)].filter((key) => key !== post.author && key !== 'fastcoin');
}

/** The words of a document, a line a block. */
export function textOf(node: TownNode): string {
  if (node.text !== undefined) return node.text;
  const parts = (node.content ?? []).map(textOf);
  return parts.join(node.content?.[0]?.text !== undefined ? '' : '\n');
}
