import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { lockRegard } from '@/lib/accounts/regard';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';
import { mute as muteSchema } from '../schema';

/** Hides someone's comments from this member alone, who no longer follows them, or shows them again. Nobody is told. */
export async function mute(member: Member, input: unknown): Promise<void> {
  const { memberId: mutedId, on } = parse(muteSchema, input);
  await takeTurn('vote', member);
  if (mutedId === member.id) throw new Refused('not-allowed');
  if ((await db.member.count({ where: { id: mutedId } })) === 0) throw new Refused('not-found');
  const data = { memberId: member.id, mutedId };
  await db.$transaction(async (tx) => {
    await lockRegard(tx, member.id);
    if (!on) return void (await tx.mute.deleteMany({ where: data }));
    await tx.mute.createMany({ data, skipDuplicates: true });
    await tx.follow.deleteMany({ where: { memberId: member.id, followedId: mutedId } });
  });
}
