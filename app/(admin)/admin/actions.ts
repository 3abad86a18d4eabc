'use server';
import { randomUUID } from 'node:crypto';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Told } from '@/components/moderation/desk-state';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { errorWords } from '@/lib/core/error-words';
import { banAndRemove } from '@/lib/moderation/commands/ban-and-remove';
import { changeRole } from '@/lib/moderation/commands/change-role';
import { decideMany } from '@/lib/moderation/commands/decide-many';
import { lift } from '@/lib/moderation/commands/lift';
import { sanction } from '@/lib/moderation/commands/sanction';
import { undo } from '@/lib/moderation/commands/undo';
import { undoSweep } from '@/lib/moderation/commands/undo-sweep';
import { decidedWords } from '@/lib/moderation/queue/decided-words';

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

/** The desk's decision, sent behind what it shows already. */
export async function decideNow(input: unknown): Promise<Answer<Told[]>> {
  return answer(new FormData(), async () => {
    const member = requireMember(await currentActor());
    const { reasons } = errorWords(member.language);
    return (await decideMany(member, input)).map((outcome): Told => {
      const { commentId: id } = outcome;
      if (outcome.kind === 'done') return { id, kind: 'done', seen: outcome.seen };
      if (outcome.kind === 'already') return { id, kind: 'already', said: decidedWords(member.language, outcome.decided) };
      return { id, kind: 'failed', said: reasons[outcome.kind] };
    });
  });
}

export async function undoNow(input: unknown): Promise<Answer<Told[]>> {
  return answer(new FormData(), async () => {
    const member = requireMember(await currentActor());
    const { reasons } = errorWords(member.language);
    return (await undo(member, input)).map(
      (one): Told =>
        one.kind === 'done'
          ? { id: one.commentId, kind: 'done', seen: one.seen }
          : { id: one.commentId, kind: 'failed', said: reasons[one.reason] },
    );
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
