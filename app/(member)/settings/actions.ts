'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { follow } from '@/lib/accounts/commands/follow';
import { leave } from '@/lib/accounts/commands/leave';
import { changeProfile } from '@/lib/accounts/commands/profile';
import { endOtherSessions, endSession } from '@/lib/accounts/commands/sessions';
import { clearSessionCookies } from '@/lib/accounts/cookies';
import { currentActor, currentSessionHash } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { settleLeaving } from '@/lib/earnings/settle-leaving';
import { appeal } from '@/lib/moderation/commands/appeal';
import { settlePayouts } from '@/lib/payouts/settle-leaving';
import { endSubscription } from '@/lib/subscriptions/commands';

export async function changeProfileAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await changeProfile(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}

export async function endSessionAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await endSession(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/settings');
  });
}

export async function endOtherSessionsAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await endOtherSessions(requireMember(await currentActor()), (await currentSessionHash()) ?? '');
    redirect('/settings');
  });
}

export async function endSubscriptionAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await endSubscription(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/settings');
  });
}

export async function unfollowAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await follow(requireMember(await currentActor()), Object.fromEntries(form));
    redirect('/settings');
  });
}

export async function appealSanctionAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await appeal(requireMember(await currentActor()), Object.fromEntries(form));
    refresh();
    return null;
  });
}

export async function leaveAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await leave(requireMember(await currentActor()), Object.fromEntries(form), {
      first: async (...leaving) => {
        // The weeks before the ledger's accounts, as everything does that pays.
        await settleLeaving(...leaving);
        await settlePayouts(...leaving);
      },
    });
    await clearSessionCookies();
    redirect('/');
  });
}
