import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { requireUnbarred } from '@/lib/accounts/barred';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { keyOrDerived } from '@/lib/core/keys';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { canManageBlog } from './policy';
import { blogFields, blogRole } from './queries';
import { changedBlog, newBlog, role, roleEnd } from './schema';
import type { BlogView } from './view';

/**
 * Opens a blog; the same key again answers with the first. @throws Refused `invalid` with `handle: taken`, `not-allowed` while one is barred
 * from the site
 */
export async function openBlog(member: Member, input: unknown): Promise<BlogView> {
  const { submissionKey: given, ...fields } = parse(newBlog, input);
  const submissionKey = keyOrDerived(given, member.id, fields.handle);
  await takeTurn('account', member);
  return db.$transaction(async (tx) => {
    await lockHandle(tx, fields.handle);
    const before = await tx.blog.findUnique({ where: { submissionKey }, select: blogFields });
    if (before) return before;
    await requireUnbarred(tx, { memberId: member.id, blogId: null });
    await refuseTaken(tx, fields.handle, null);
    await purge(tx, cacheTag.missing, cacheTag.lists);
    return tx.blog.create({
      data: {
        ...fields,
        submissionKey,
        handles: { create: { handle: fields.handle } },
        members: { create: { memberId: member.id, role: 'owner' } },
      },
      select: blogFields,
    });
  });
}

/** Its owner changes what a blog says of itself. An earlier handle leads to the new one for ever. */
export async function changeBlog(member: Member, input: unknown): Promise<BlogView> {
  const { blogId, ...fields } = parse(changedBlog, input);
  await requireOwner(member, blogId);
  await requireUnbarred(db, { memberId: member.id, blogId });
  await takeTurn('account', member);
  return db.$transaction(async (tx) => {
    await lockHandle(tx, fields.handle);
    await refuseTaken(tx, fields.handle, blogId);
    await tx.blogHandle.createMany({ data: { blogId, handle: fields.handle }, skipDuplicates: true });
    await purge(tx, cacheTag.blog(blogId), cacheTag.missing);
    // What is left out may change with it: long threads are ranked anew.
    await tx.threadOrder.updateMany({ where: { post: { blogId } }, data: { stale: true } });
    return tx.blog.update({ where: { id: blogId }, data: fields, select: blogFields });
  });
}

/** Gives someone a role in the blog, or another one. @throws Refused `invalid` when nobody has the handle or no owner would be left */
export async function setBlogRole(member: Member, input: unknown): Promise<void> {
  const wanted = parse(role, input);
  await requireOwner(member, wanted.blogId);
  await requireUnbarred(db, { memberId: member.id, blogId: wanted.blogId });
  const memberId = await memberOf(wanted.handle);
  const { blogId } = wanted;
  await withOwnersKept(blogId, (tx) =>
    tx.blogMember.upsert({
      where: { blogId_memberId: { blogId, memberId } },
      create: { blogId, memberId, role: wanted.role },
      update: { role: wanted.role },
    }),
  );
}

export async function endBlogRole(member: Member, input: unknown): Promise<void> {
  const { blogId, handle } = parse(roleEnd, input);
  await requireOwner(member, blogId);
  const memberId = await memberOf(handle);
  await withOwnersKept(blogId, (tx) => tx.blogMember.deleteMany({ where: { blogId, memberId } }));
}

async function requireOwner(member: Member, blogId: string): Promise<void> {
  const own = await blogRole(member.id, blogId);
  // A blog is public, so that it exists is no secret.
  if (!canManageBlog(own)) throw new Refused('not-allowed');
}

async function memberOf(handle: string): Promise<string> {
  const found = await db.member.findUnique({ where: { handle }, select: { id: true } });
  if (!found) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
  return found.id;
}

async function withOwnersKept(blogId: string, change: (tx: Tx) => Promise<unknown>): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM blog WHERE id = ${blogId}::uuid FOR NO KEY UPDATE`);
    await change(tx);
    if ((await tx.blogMember.count({ where: { blogId, role: 'owner' } })) === 0)
      throw new Refused('invalid', { fields: { handle: 'last-owner' } });
    await purge(tx, cacheTag.blog(blogId));
  });
}

async function refuseTaken(tx: Tx, handle: string, blogId: string | null): Promise<void> {
  const holder = await tx.blogHandle.findUnique({ where: { handle }, select: { blogId: true } });
  if (holder && holder.blogId !== blogId) throw new Refused('invalid', { fields: { handle: 'taken' } });
}

// Two people who want one handle at once wait for one another instead of failing.
const lockHandle = (tx: Tx, handle: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`blog ${handle}`}, 0))`;
