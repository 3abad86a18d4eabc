import 'server-only';
import { isAdmin, type Member } from '@/lib/accounts/actor';
import type { Tx } from '@/lib/db/client';
import { isAlone } from '@/lib/earnings/closing';

/** Whether somebody decides about a payout: an admin, about others' only, unless there is nobody else who could. */
export async function mayDecide(tx: Tx, by: Member, payout: { memberId: string | null; createdAt: Date }, now: Date): Promise<boolean> {
  if (!isAdmin(by)) return false;
  return payout.memberId !== by.id || (await isAlone(tx, by, { since: payout.createdAt, now }));
}
