import 'server-only';
import { GUEST, type Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { isUuid } from '@/lib/core/keys';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { currentRequest } from '@/lib/core/request';
import { tokenHash } from '@/lib/core/token';
import { words } from '@/lib/core/words';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { unsubscribeKeyHolds } from './mails';
import { byMail, ofBlog } from './schema';

const MAIL_AGAIN_AFTER = 60_000;

/**
 * Asks for a blog by mail: pending until the button in the mail's page is pressed.
 * The answer is the same whatever is known of the address.
 */
export async function subscribeByMail(input: unknown): Promise<void> {
  const { blogId, email } = parse(byMail, input);
  const blog = await blogOf(blogId);
  await takeTurn('subscribe', GUEST, email);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`subscribe ${blogId} ${email}`}, 0))`;
    const before = await tx.subscription.findFirst({ where: { blogId, email, endedAt: null } });
    if (before?.confirmedAt) return;
    // A second press in one breath is one request; later it means that the mail did not come.
    if (before && Date.now() - before.consentedAt.getTime() < MAIL_AGAIN_AFTER) return;
    const consent = { consentedAt: new Date(), ...consentTo(blog) };
    const { id } = before
      ? await tx.subscription.update({ where: { id: before.id }, data: consent, select: { id: true } })
      : await tx.subscription.create({ data: { blogId, email, language: blog.language, ...consent }, select: { id: true } });
    await enqueue(tx, 'mail.subscription-confirm', { subscriptionId: id });
  });
}

/** The button behind the mail's link; pressing it again answers the same. @throws Refused `gone` when the link is too old or never was */
export async function confirmSubscription(token: string, now: Date): Promise<{ name: string; handle: string }> {
  return db.$transaction(async (tx) => {
    const select = { id: true, email: true, blogId: true, blog: { select: { name: true, handle: true } } } as const;
    const where = { confirmTokenHash: tokenHash(token), confirmExpiresAt: { gt: now }, endedAt: null };
    const [row] = await tx.subscription.updateManyAndReturn({ where: { ...where, confirmedAt: null }, data: { confirmedAt: now }, select });
    if (!row) {
      const before = await tx.subscription.findFirst({ where, select });
      if (!before) throw new Refused('gone');
      return before.blog;
    }
    // Whoever holds the mail is that member, if there is one.
    const holder = await tx.member.findUnique({ where: { email: row.email }, select: { id: true } });
    if (holder) await tx.subscription.update({ where: { id: row.id }, data: { memberId: holder.id } });
    await enqueue(tx, 'mail.subscription-welcome', { subscriptionId: row.id });
    await purge(tx, cacheTag.subscribers(row.blogId), cacheTag.popular);
    return row.blog;
  });
}

/** One click for someone signed in, whose address is verified by that. Again changes nothing. */
export async function subscribeMember(member: Member, input: unknown): Promise<void> {
  const { blogId } = parse(ofBlog, input);
  const blog = await blogOf(blogId);
  if (!member.emailVerified) throw new Refused('not-allowed');
  await takeTurn('subscribe', member);
  await db.$transaction(async (tx) => {
    const { email } = await tx.member.findUniqueOrThrow({ where: { id: member.id }, select: { email: true } });
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`subscribe ${blogId} ${email.toLowerCase()}`}, 0))`;
    const now = new Date();
    const before = await tx.subscription.findFirst({ where: { blogId, email, endedAt: null } });
    if (before?.confirmedAt && before.memberId === member.id) return;
    const data = { memberId: member.id, confirmedAt: now, confirmTokenHash: null, confirmExpiresAt: null };
    if (before) await tx.subscription.update({ where: { id: before.id }, data });
    else await tx.subscription.create({ data: { blogId, email, language: blog.language, ...data, ...consentTo(blog) } });
    await purge(tx, cacheTag.subscribers(blogId), cacheTag.popular);
  });
}

/** Ends the member's own subscription to a blog. Again changes nothing. */
export async function endSubscription(member: Member, input: unknown): Promise<void> {
  const { blogId } = parse(ofBlog, input);
  await db.$transaction(async (tx) => {
    await tx.subscription.updateMany({ where: { blogId, memberId: member.id, endedAt: null }, data: { endedAt: new Date() } });
    await purge(tx, cacheTag.subscribers(blogId), cacheTag.popular);
  });
}

/** Ends a subscription by the signed link of a mail. Again changes nothing. @throws Refused `invalid` when the link is not whole */
export async function unsubscribeByLink(id: string, key: string): Promise<void> {
  if (!isUuid(id) || !unsubscribeKeyHolds(id, key)) throw new Refused('invalid');
  await db.$transaction(async (tx) => {
    const [ended] = await tx.subscription.updateManyAndReturn({
      where: { id, endedAt: null },
      data: { endedAt: new Date() },
      select: { blogId: true },
    });
    if (ended) await purge(tx, cacheTag.subscribers(ended.blogId), cacheTag.popular);
  });
}

interface BlogRow {
  name: string;
  language: string;
}

async function blogOf(blogId: string): Promise<BlogRow> {
  const blog = await db.blog.findUnique({ where: { id: blogId }, select: { name: true, language: true } });
  if (!blog) throw new Refused('not-found');
  return blog;
}

/** When, where and in which words someone agreed is kept with the subscription. */
function consentTo(blog: BlogRow): { consentAddress: string; consentWords: string } {
  const consentWords = words(blog.language, 'subscriptions')('form.consent', { blog: blog.name });
  return { consentAddress: currentRequest().address, consentWords };
}
