'use server';
import { refresh } from 'next/cache';
import { requireMember } from '@/lib/accounts/actor';
import { removeProof } from '@/lib/accounts/commands/end-proof';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { appealEarning } from '@/lib/earnings/commands/appeal-earning';

export async function appealEarningAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await appealEarning(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}

export async function removeProofAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await removeProof(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}
