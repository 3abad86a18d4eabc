import 'server-only';
import { db } from '@/lib/db/client';
import { entriesOf } from '@/lib/ledger/queries';
import { availableOf } from './names';
import { restorationId } from './restore';

/** What somebody has got back by what ended a hold or a link; thousandths of a point. */
export async function restoredTo(memberId: string, by: string): Promise<bigint> {
  const account = await db.earningAccount.findUnique({ where: { memberId } });
  if (!account) return 0n;
  const epochs = await db.epoch.findMany({ where: { state: 'released' }, select: { number: true } });
  const ids = new Set(epochs.map(({ number }) => restorationId(number, by)));
  const entries = await entriesOf([availableOf(account.code)], null);
  return entries.reduce((sum, { tx, amount }) => (ids.has(tx) ? sum + amount : sum), 0n);
}
