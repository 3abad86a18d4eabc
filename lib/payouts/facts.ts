import 'server-only';
import type { Tx } from '@/lib/db/client';
import { bannedAmong } from '@/lib/earnings/facts';
import { isTooMuch, rulesOfPoints } from '@/lib/earnings/most-worth';
import { availableOf } from '@/lib/earnings/names';
import { balanceOf } from '@/lib/ledger/queries';
import { identifiedAmong } from './identified';
import type { PayoutFacts } from './policy';
import type { RailName, Setting } from './setting';

/** What holds for a rail now; null where the operator never set it. */
export async function settingOf(tx: Tx, rail: RailName): Promise<Setting | null> {
  const row = await tx.payoutSetting.findFirst({ where: { rail }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  return row && { ...row, rail };
}

export interface Known extends PayoutFacts {
  /** The person's account in the ledger; null for who never earned. */
  account: string | null;
  destination: { id: string; address: string; shown: string; usableFrom: Date } | null;
  /** Whether anything was ever paid to them. */
  paidBefore: boolean;
}

/** All that decides whether somebody can be paid by a rail now. */
export async function factsOf(tx: Tx, { id: memberId }: { id: string }, rail: RailName, now: Date): Promise<Known> {
  const account = await tx.earningAccount.findUnique({ where: { memberId } });
  const purse = account ? await balanceOf(availableOf(account.code), tx) : { posted: 0n, held: 0n };
  const latest = { where: { memberId }, orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }] };
  const [country, tax] = [await tx.payoutCountry.findFirst(latest), await tx.payoutTaxForm.findFirst(latest)];
  const setting = await settingOf(tx, rail);
  const last = await tx.payout.findFirst({ ...latest, where: { memberId, state: { notIn: ['failed', 'cancelled'] } } });
  return {
    now,
    // What pays more for points than forging them costs is as good as off.
    setting: setting && { ...setting, on: setting.on && !isTooMuch(setting, await rulesOfPoints(now, tx)) },
    destination: await tx.payoutDestination.findFirst({
      where: { memberId, rail, removedAt: null },
      select: { id: true, address: true, shown: true, usableFrom: true },
    }),
    identified: (await identifiedAmong(tx, [memberId], now)).has(memberId),
    taxForm: tax?.there ?? false,
    country: country?.country ?? null,
    banned: (await bannedAmong(tx, [memberId], now)).has(memberId),
    available: purse.posted - purse.held,
    open: (await tx.payout.count({ where: { memberId, state: { in: ['requested', 'held', 'reserved', 'submitted'] } } })) > 0,
    lastAt: last?.createdAt ?? null,
    account: account?.code ?? null,
    paidBefore: (await tx.payout.count({ where: { memberId, state: 'settled' } })) > 0,
  };
}
