import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, Prisma } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import type { Member } from '../actor';
import { requireUnbarred } from '../barred';
import { takeTurn } from '../limits';
import { profile } from '../schema';

/**
 * @throws Refused `invalid` with `handle: taken` when another member has it, `not-allowed` for what others see while one is barred from the
 * site
 */
export async function changeProfile(member: Member, input: unknown): Promise<void> {
  const data = parse(profile, input);
  await takeTurn('account', member);
  try {
    await db.$transaction(async (tx) => {
      const shown = { name: true, handle: true, bio: true } as const;
      const before = await tx.member.findUniqueOrThrow({ where: { id: member.id }, select: shown });
      // It stands beside all that they ever said.
      if (before.name !== data.name || before.handle !== data.handle || before.bio !== data.bio)
        await requireUnbarred(tx, { memberId: member.id, blogId: null });
      await tx.member.update({ where: { id: member.id }, data, select: { id: true } });
      await purge(tx, cacheTag.person(member.id));
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new Refused('invalid', { fields: { handle: 'taken' } });
    throw error;
  }
}
