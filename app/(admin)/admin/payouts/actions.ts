'use server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireMember } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { type Answer, answer } from '@/lib/core/answer';
import { clearFault } from '@/lib/payouts/commands/clear-fault';
import { type Confirmed, importConfirmations, makeFile } from '@/lib/payouts/commands/confirm';
import { decidePayout } from '@/lib/payouts/commands/decide-payout';
import { reconcileNow } from '@/lib/payouts/commands/reconcile';
import { tickTaxForm } from '@/lib/payouts/commands/say-taxes';
import { setRail } from '@/lib/payouts/commands/set-rail';

const PAGE = '/admin/payouts';
const admin = async () => requireMember(await currentActor());

export async function setRailAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await setRail(await admin(), Object.fromEntries(form));
    refresh();
  });
}

export async function decidePayoutAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await decidePayout(await admin(), Object.fromEntries(form));
    redirect(PAGE);
  });
}

export async function clearFaultAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await clearFault(await admin(), Object.fromEntries(form));
    redirect(PAGE);
  });
}

export async function makeFileAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    const made = await makeFile(await admin());
    redirect(`${PAGE}?file=${made ? 'made' : 'none'}`);
  });
}

export async function importAction(_previous: Answer<Confirmed>, form: FormData): Promise<Answer<Confirmed>> {
  return answer(form, async () => {
    const confirmed = await importConfirmations(await admin(), Object.fromEntries(form));
    refresh();
    return confirmed;
  });
}

export async function reconcileAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await reconcileNow(await admin());
    redirect(PAGE);
  });
}

export async function tickTaxFormAction(_previous: Answer<unknown>, form: FormData): Promise<Answer<unknown>> {
  return answer(form, async () => {
    await tickTaxForm(await admin(), Object.fromEntries(form));
    refresh();
  });
}
