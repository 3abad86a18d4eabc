import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { requireUnbarred } from '@/lib/accounts/barred';
import { takeTurn } from '@/lib/accounts/limits';
import { canWriteIn } from '@/lib/blogs/policy';
import { blogRole } from '@/lib/blogs/queries';
import { cacheTag } from '@/lib/core/cache-tags';
import { keyOrDerived } from '@/lib/core/keys';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { newToken } from '@/lib/core/token';
import { db } from '@/lib/db/client';
import { erase } from '@/lib/jobs/purge';
import { cleanDocument, editorJson } from '../document';
import { requireEditable } from '../editing';
import { draft, newPost, onPost, tagsOf } from '../schema';

/** Starts an empty draft; the same key again answers with the first. */
export async function startPost(member: Member, input: unknown): Promise<{ postId: string }> {
  const { blogId, submissionKey: given } = parse(newPost, input);
  if (!canWriteIn(await blogRole(member.id, blogId))) throw new Refused('not-allowed');
  await requireUnbarred(db, { memberId: member.id, blogId });
  await takeTurn('write', member);
  // Without a key each press starts one of its own.
  const submissionKey = keyOrDerived(given, member.id, newToken());
  await db.$transaction(async (tx) => {
    const { count } = await tx.post.createMany({ data: { blogId, authorId: member.id, submissionKey }, skipDuplicates: true });
    if (count === 0) return;
    const { id } = await tx.post.findUniqueOrThrow({ where: { submissionKey }, select: { id: true } });
    await tx.draft.create({ data: { postId: id } });
  });
  const post = await db.post.findUniqueOrThrow({ where: { submissionKey }, select: { id: true, authorId: true } });
  if (post.authorId !== member.id) throw new Refused('conflict');
  return { postId: post.id };
}

/** Saves the draft over `version`. @throws Refused `conflict` when another window saved meanwhile */
export async function saveDraft(member: Member, input: unknown): Promise<{ version: number; savedAt: Date }> {
  const { postId, version, coverId, tags, document, ...texts } = parse(draft, input);
  await requireEditable(member, postId);
  await takeTurn('write', member);
  const savedAt = new Date();
  if (coverId !== '' && (await db.media.count({ where: { id: coverId } })) === 0)
    throw new Refused('invalid', { fields: { coverUrl: 'wrong' } });
  const { count } = await db.draft.updateMany({
    where: { postId, version },
    data: {
      ...texts,
      title: texts.title.replaceAll('\0', '').trim(),
      standfirst: texts.standfirst.replaceAll('\0', '').trim(),
      tags: tagsOf(tags),
      coverId: coverId === '' ? null : coverId,
      document: editorJson(cleanDocument(document)),
      version: version + 1,
      savedAt,
    },
  });
  if (count === 0) throw new Refused('conflict');
  return { version: version + 1, savedAt };
}

/** Deletes a post with its comments for good. Deleting it again says that it is not there. */
export async function deletePost(member: Member, input: unknown): Promise<void> {
  const { postId } = parse(onPost, input);
  const { blogId } = await requireEditable(member, postId);
  await db.$transaction(async (tx) => {
    await tx.post.deleteMany({ where: { id: postId } });
    await erase(tx, cacheTag.post(postId), cacheTag.blog(blogId), cacheTag.lists);
  });
}
