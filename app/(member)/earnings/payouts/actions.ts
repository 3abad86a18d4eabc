'use server';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { keyOrDerived } from '@/lib/core/keys';
import { cancelPayout } from '@/lib/payouts/commands/decide-payout';
import { finishLinking, removeDestination, startLinking, writeDestination } from '@/lib/payouts/commands/link-destination';
import { requestPayout } from '@/lib/payouts/commands/request-payout';
import { declareCountry } from '@/lib/payouts/commands/say-taxes';
import { countEnded } from '@/lib/payouts/queries';

// Without a place in it: a browser that is there already would only scroll, and show what was before.
const PAGE = '/earnings/payouts';

export async function requestPayoutAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const member = requireMember(await currentActor());
    const sent = Object.fromEntries(form);
    // One a week goes out: the same amount on the same day is the same wish, unless it was taken back meanwhile.
    const day = `${new Date().toISOString().slice(0, 10)} ${await countEnded(member)}`;
    const submissionKey = keyOrDerived(sent.submissionKey, member.id, String(sent.rail), String(sent.amount), day);
    await requestPayout(member, { ...sent, submissionKey });
    redirect(`${PAGE}?done=asked`);
  });
}

export async function cancelPayoutAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await cancelPayout(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(PAGE);
  });
}

export async function startLinkingAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const { nonce } = await startLinking(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(`${PAGE}?sign=${nonce}#destination-solana`);
  });
}

export async function finishLinkingAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await finishLinking(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(PAGE);
  });
}

export async function writeDestinationAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await writeDestination(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(PAGE);
  });
}

export async function removeDestinationAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await removeDestination(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(PAGE);
  });
}

export async function declareCountryAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await declareCountry(requireMember(await currentActor()), Object.fromEntries(form));
    redirect(PAGE);
  });
}
