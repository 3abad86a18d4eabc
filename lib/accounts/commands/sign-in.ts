import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { newToken, tokenHash } from '@/lib/core/token';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import { GUEST, type Member } from '../actor';
import { memberFields, toMember } from '../actor-of-session';
import { renewBar } from '../barred-address';
import { SESSION_DAYS } from '../cookies';
import { takeTurn } from '../limits';
import { linkRequest } from '../schema';

/** Asks for a sign-in link. The same answer whether the address is known or not; two requests in one breath send one mail. */
export async function requestLink(input: unknown): Promise<void> {
  const { email, next, language } = parse(linkRequest, input);
  await takeTurn('signIn', GUEST, email);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in ${email}`}, 0))`;
    const justNow = new Date(Date.now() - 10_000);
    if (await tx.oneTimeLink.findFirst({ where: { purpose: 'sign_in', email, usedAt: null, createdAt: { gt: justNow } } })) return;
    const { id } = await tx.oneTimeLink.create({ data: { purpose: 'sign_in', email, next, language }, select: { id: true } });
    await enqueue(tx, 'mail.sign-in', { linkId: id });
  });
}

export interface SignedIn {
  member: Member;
  token: string;
  expires: Date;
  next: string;
  isNew: boolean;
}

/** Uses a link up. @throws Refused `gone` when it was used, is too old, or never was */
export async function signInByLink(token: string, device: string, now: Date): Promise<SignedIn> {
  return db.$transaction(async (tx) => {
    const [link] = await tx.oneTimeLink.updateManyAndReturn({
      where: { purpose: 'sign_in', tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
      select: { email: true, next: true, language: true },
    });
    if (!link?.email) throw new Refused('gone');
    const { member, isNew } = await findOrWelcome(tx, link.email, link.language, now);
    return { member, isNew, next: link.next, ...(await openSession(tx, member.id, device, now)) };
  });
}

export async function findOrWelcome(tx: Tx, email: string, language: string, now: Date): Promise<{ member: Member; isNew: boolean }> {
  const handle = `reader-${newToken()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 8)}`;
  const made = await tx.member.createMany({ data: { email, handle, name: handle, language, emailVerifiedAt: now }, skipDuplicates: true });
  const isAdmin = env().ADMIN_EMAIL.toLowerCase() === email.toLowerCase();
  const named = isAdmin ? await tx.member.updateMany({ where: { email, role: { not: 'admin' } }, data: { role: 'admin' } }) : { count: 0 };
  const row = await tx.member.update({ where: { email }, data: { emailVerifiedAt: now }, select: memberFields });
  // What they said before bears their standing.
  if (named.count === 1) await purge(tx, cacheTag.person(row.id));
  if (made.count === 1) await renewBar(tx, { id: row.id, email }, now);
  return { member: toMember(row), isNew: made.count === 1 };
}

export async function openSession(tx: Tx, memberId: string, device: string, now: Date): Promise<{ token: string; expires: Date }> {
  const token = newToken();
  const expires = new Date(now.getTime() + SESSION_DAYS * 86_400_000);
  await tx.session.create({
    data: { tokenHash: tokenHash(token), memberId, device: deviceName(device), expiresAt: expires, createdAt: now },
  });
  return { token, expires };
}

/** "Firefox, Windows" out of a User-Agent: enough to know one's own device by. */
export function deviceName(userAgent: string): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)/.exec(userAgent)?.[1] ?? '';
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux)/.exec(userAgent)?.[1] ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS X': 'macOS', CrOS: 'ChromeOS' };
  return [browser, system]
    .filter((part) => part !== '')
    .map((part) => names[part] ?? part)
    .join(', ');
}
