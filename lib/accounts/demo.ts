import 'server-only';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { openSession } from './commands/sign-in';

export interface DemoPerson {
  name: string;
  handle: string;
}

/** A person of the demo town; null outside the embedded mode. */
export async function demoPerson(handle: string): Promise<DemoPerson | null> {
  if (!env().EMBEDDED) return null;
  return db.member.findFirst({ where: { handle, email: { endsWith: '@town.example' } }, select: { name: true, handle: true } });
}

/** @throws Refused `not-found` outside the embedded mode and for anyone who is not of the town */
export async function demoSignIn(handle: string, device: string, now: Date): Promise<{ token: string; expires: Date }> {
  const person = await demoPerson(handle);
  if (!person) throw new Refused('not-found');
  return db.$transaction(async (tx) => {
    const { id } = await tx.member.findUniqueOrThrow({ where: { handle: person.handle }, select: { id: true } });
    return openSession(tx, id, device, now);
  });
}

/** Everyone of the demo town, in the order they came; nobody outside the embedded mode. */
export async function demoPeople(): Promise<(DemoPerson & { bio: string; language: string })[]> {
  if (!env().EMBEDDED) return [];
  return db.member.findMany({
    where: { email: { endsWith: '@town.example' } },
    select: { name: true, handle: true, bio: true, language: true },
    orderBy: { createdAt: 'asc' },
  });
}
