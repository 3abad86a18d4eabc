'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { revokeProof } from '@/lib/accounts/commands/end-proof';
import { recordProof } from '@/lib/accounts/commands/record-proof';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { guardProof } from '@/lib/earnings/closing';
import { endHold } from '@/lib/earnings/commands/end-hold';
import { holdCredit } from '@/lib/earnings/commands/hold-credit';
import { linkAccounts, unlinkAccounts } from '@/lib/earnings/commands/link-accounts';

type Command = (member: ReturnType<typeof requireMember>, input: unknown) => Promise<unknown>;

/** Does it, and leads back to the person's page; where they have left, to all of them. */
async function doneOn(form: FormData, command: Command): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await command(requireMember(await currentActor()), Object.fromEntries(form));
    const of = String(form.get('of') ?? form.get('handle') ?? '');
    redirect(`/admin/earnings/people${of && `/${encodeURIComponent(of)}`}?done=1`);
  });
}

export async function holdAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return doneOn(form, (admin, input) => holdCredit(admin, input));
}

export async function endHoldAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return doneOn(form, (admin, input) => endHold(admin, input));
}

export async function linkAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return doneOn(form, (admin, input) => linkAccounts(admin, input));
}

export async function unlinkAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return doneOn(form, (admin, input) => unlinkAccounts(admin, input));
}

export async function recordProofAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return doneOn(form, (admin, input) => recordProof(admin, input, guardProof));
}

export async function revokeProofAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return doneOn(form, (admin, input) => revokeProof(admin, input, guardProof));
}

/** Leads to a person by their handle. */
export async function lookAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    requireMember(await currentActor());
    redirect(
      `/admin/earnings/people/${encodeURIComponent(
        String(form.get('who') ?? '')
          .trim()
          .replace(/^@/, ''),
      )}`,
    );
  });
}
