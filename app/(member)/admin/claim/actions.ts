'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { becomeAdmin } from '@/lib/accounts/commands/become-admin';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';

export async function becomeAdminAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await becomeAdmin(requireMember(await currentActor()), String(form.get('token') ?? ''), new Date());
    redirect('/admin');
  });
}
