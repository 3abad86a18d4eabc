import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Member } from '@/lib/accounts/actor';
import { requireUnbarred } from '@/lib/accounts/barred';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { cleanDocument, editorJson, plainText, wordCount } from '../document';
import { requireEditable } from '../editing';
import { onPost } from '../schema';
import { slugOf } from '../slug';
import { postPath } from '../view';

/**
 * Shows readers what the draft says. Publishing again updates; the address stays. @throws Refused `invalid` without a title or a word,
 * `not-allowed` while one is barred there
 */
export async function publishPost(member: Member, input: unknown): Promise<{ path: string }> {
  const { postId } = parse(onPost, input);
  await requireEditable(member, postId);
  await takeTurn('write', member);
  return db.$transaction(async (tx) => {
    await lock(tx, postId);
    const post = await tx.post.findUniqueOrThrow({
      where: { id: postId },
      select: {
        blogId: true,
        slug: true,
        firstPublishedAt: true,
        publishedAt: true,
        blog: { select: { handle: true, language: true } },
        draft: true,
      },
    });
    if (!post.draft) throw new Refused('not-found');
    await requireUnbarred(tx, { memberId: member.id, blogId: post.blogId });
    const { title, standfirst, tags, coverId, coverAlt, coverCaption, coverCredit } = post.draft;
    const document = cleanDocument(post.draft.document);
    const text = plainText(document).trim();
    if (title === '') throw new Refused('invalid', { fields: { title: 'required' } });
    if (text === '' && !document.content.some(({ type }) => type === 'image'))
      throw new Refused('invalid', { fields: { document: 'required' } });
    const now = new Date();
    const slug = post.slug ?? (await freeSlug(tx, post.blogId, postId, slugOf(title)));
    await tx.postSlug.createMany({ data: { blogId: post.blogId, slug, postId }, skipDuplicates: true });
    await tx.post.update({
      where: { id: postId },
      data: {
        title,
        standfirst,
        tags,
        coverId,
        coverAlt,
        coverCaption,
        coverCredit,
        document: editorJson(document),
        text,
        words: wordCount(text, post.blog.language),
        slug,
        publishedAt: post.publishedAt ?? post.firstPublishedAt ?? now,
        firstPublishedAt: post.firstPublishedAt ?? now,
        ...(post.firstPublishedAt ? { changedAt: now } : {}),
      },
    });
    // What it earned while it was away was taken back at a release.
    if (post.firstPublishedAt && !post.publishedAt) {
      await enqueue(tx, 'earning.restore', { was: 'removed', id: postId, by: randomUUID() });
      // What was decided about it names it again.
      await purge(tx, cacheTag.moderation);
    }
    await purge(tx, cacheTag.post(postId), cacheTag.blog(post.blogId), cacheTag.lists, cacheTag.missing);
    return { path: postPath(post.blog.handle, slug) };
  });
}

/** Takes a post from readers; its draft, address and comments stay for a next publication. */
export async function unpublishPost(member: Member, input: unknown): Promise<void> {
  const { postId } = parse(onPost, input);
  const { blogId } = await requireEditable(member, postId);
  await db.$transaction(async (tx) => {
    await tx.post.updateMany({ where: { id: postId }, data: { publishedAt: null } });
    await erase(tx, cacheTag.post(postId), cacheTag.blog(blogId), cacheTag.lists);
  });
}

const lock = (tx: Tx, postId: string) => tx.$queryRaw(Prisma.sql`SELECT id FROM post WHERE id = ${postId}::uuid FOR NO KEY UPDATE`);

async function freeSlug(tx: Tx, blogId: string, postId: string, wanted: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`slugs of ${blogId}`}, 0))`;
  const base = wanted || postId.slice(-12);
  for (let nth = 1; ; nth += 1) {
    const slug = nth === 1 ? base : `${base}-${nth}`;
    const holder = await tx.postSlug.findUnique({ where: { blogId_slug: { blogId, slug } }, select: { postId: true } });
    if (!holder || holder.postId === postId) return slug;
  }
}
