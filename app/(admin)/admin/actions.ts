'use server';
import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { undo } from '@/lib/moderation/commands/undo';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';

/** A form's decision about one or many; leads back to the list, which says what came of it. */
export async function decideAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const items = form.getAll('item').map((item) => {
      const [commentId, revision, seen] = String(item).split('.');
      return { commentId, revision, seen };
    });
    const batchId = randomUUID();
    const outcomes = await decideMany(requireMember(await currentActor()), { ...Object.fromEntries(form), items, batchId });
    const not = outcomes.filter(({ kind }) => kind !== 'done').map(({ commentId }) => commentId);
    redirect(listAddress(form, { batch: batchId, ...(not.length > 0 ? { told: not.join(',') } : {}) }));
  });
}

export async function undoAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await undo(requireMember(await currentActor()), { batchId: form.get('batchId') });
    redirect(listAddress(form, {}));
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

export async function banAndRemoveAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await banAndRemove(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`/admin/people/${encodeURIComponent(String(form.get('handle')))}?done=1#sweeps`);
  });
}

export async function undoSweepAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await undoSweep(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}

function listAddress(form: FormData, more: Record<string, string>): string {
  const query = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(String(form.get('back') ?? ''))), ...more });
  return `/admin${query.size > 0 ? `?${query}` : ''}`;
}
