import 'server-only';
import { Prisma, type Tx } from '@/lib/db/client';
import type { Member } from './actor';

/**
 * Holds somebody's row until the transaction ends: what is decided about a person is decided one after another. Their own comments do
 * not wait for it. Null where there is nobody.
 */
export async function lockPerson(
  tx: Tx,
  by: { id: string } | { handle: string },
): Promise<(Pick<Member, 'id' | 'role'> & { email: string }) | null> {
  const which = 'id' in by ? Prisma.sql`id = ${by.id}::uuid` : Prisma.sql`handle = ${by.handle}::citext`;
  const [person] = await tx.$queryRaw<(Pick<Member, 'id' | 'role'> & { email: string })[]>`
    SELECT id, role::text AS role, email FROM member WHERE ${which} FOR NO KEY UPDATE`;
  return person ?? null;
}
