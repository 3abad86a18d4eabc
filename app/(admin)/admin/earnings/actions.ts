'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { announceRule } from '@/lib/earnings/commands/announce-rule';
import { approveEpoch } from '@/lib/earnings/commands/approve-epoch';
import { beginRelease } from '@/lib/earnings/commands/begin-release';
import { setSteps } from '@/lib/earnings/commands/set-steps';
import { takeStep } from '@/lib/earnings/commands/take-step';
import { withdrawRule } from '@/lib/earnings/commands/withdraw-rule';

const member = async () => requireMember(await currentActor());

export async function takeStepAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await takeStep(await member(), Object.fromEntries(form));
    redirect(`/admin/earnings/${Number(form.get('number'))}`);
  });
}

export async function approveEpochAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await approveEpoch(await member(), Object.fromEntries(form));
    redirect(`/admin/earnings/${Number(form.get('number'))}`);
  });
}

export async function beginReleaseAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await beginRelease(await member(), Object.fromEntries(form));
    redirect(`/admin/earnings/${Number(form.get('number'))}`);
  });
}

export async function setStepsAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setSteps(await member(), Object.fromEntries(form));
    redirect('/admin/earnings');
  });
}

export async function announceRuleAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await announceRule(await member(), Object.fromEntries(form));
    redirect('/admin/earnings/rules');
  });
}

export async function withdrawRuleAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await withdrawRule(await member(), Object.fromEntries(form));
    redirect('/admin/earnings/rules');
  });
}
