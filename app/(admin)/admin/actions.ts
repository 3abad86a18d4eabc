'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { decide } from '@/lib/moderation/commands/decide';
import { lift, sanction } from '@/lib/moderation/commands/sanction';
import { setThread } from '@/lib/moderation/commands/thread';

export async function decideAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await decide(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin');
  });
}

export async function changeRoleAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await changeRole(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/admin/people');
  });
}

export async function sanctionAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await sanction(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/admin/people/${encodeURIComponent(String(form.get('handle')))}?done=1`);
  });
}

export async function liftAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await lift(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/admin/people/${encodeURIComponent(String(form.get('handle')))}`);
  });
}

export async function setThreadAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setThread(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}
