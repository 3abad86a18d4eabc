import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { roleChanged } from '@/lib/accounts/role-change';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { roleChange } from '../schema';

/** An admin gives someone a role of the site. @throws Refused `invalid` for an unknown person or when no admin would be left */
export async function changeRole(member: Member, input: unknown): Promise<void> {
  if (member.role !== 'admin') throw new Refused('not-allowed');
  const { handle, role } = parse(roleChange, input);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('roles of the site', 0))`;
    const person = await tx.member.findUnique({ where: { handle }, select: { id: true, role: true } });
    if (!person) throw new Refused('invalid', { fields: { handle: 'unknown-person' } });
    if (person.role === role) return;
    await tx.member.update({ where: { id: person.id }, data: { role }, select: { id: true } });
    if ((await tx.member.count({ where: { role: 'admin' } })) === 0) throw new Refused('invalid', { fields: { role: 'last-admin' } });
    await tx.moderationEvent.create({
      data: { actorId: member.id, action: 'role-changed', reason: roleChanged(handle, person.role, role) },
    });
    await purge(tx, cacheTag.person(person.id));
  });
}
