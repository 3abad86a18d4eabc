'use server';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { bookmark } from '@/lib/posts/commands/bookmark';
import { react } from '@/lib/posts/commands/react';
import { setMeasured } from '@/lib/reading/commands/set-measured';

/** Without scripts; with them a bulb goes past Next. */
export async function reactAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await react(requireMember(await currentActor()), Object.fromEntries(form));
    return null;
  });
}

export async function bookmarkAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await bookmark(requireMember(await currentActor()), Object.fromEntries(form));
    return null;
  });
}

export async function measureAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setMeasured(requireMember(await currentActor()), Object.fromEntries(form));
    return null;
  });
}
