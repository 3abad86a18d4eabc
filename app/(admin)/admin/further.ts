'use server';
import type { Further } from '@/components/moderation/use-further';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { queue } from '@/lib/moderation/queue/page';
import { entryOf } from './item';

/** The items of the list at `address`, for a desk that comes to its end. */
export async function furtherItems(address: string): Promise<Answer<Further>> {
  return answer(new FormData(), async () => {
    const member = requireMember(await currentActor());
    const { items, next } = await queue(member, Object.fromEntries(new URLSearchParams(String(address))));
    return { entries: items.map((item) => entryOf(item, member.language)), cursor: next };
  });
}
