import { randomUUID } from 'node:crypto';
import { address } from '@solana/kit';
import { LiteChain } from '@/bin/chain/lite-chain';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { availableOf, ISSUED } from '@/lib/earnings/names';
import { openAccounts, post } from '@/lib/ledger/commands';
import { balanceOf } from '@/lib/ledger/queries';
import { requestPayout } from '@/lib/payouts/commands/request-payout';
import { CLEARING } from '@/lib/payouts/points';
import { adminPayouts } from '@/lib/payouts/queries';
import { tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { keySigner } from '@/lib/payouts/solana/signer';
import { solanaRail } from '@/lib/payouts/solana/solana-rail';
import { type FactoryMember, member } from '../../factories/people';
import { type Wallet, wallet } from '../../factories/solana';
import { asOwner } from '../../support/owner';

export const HOUR = 3_600_000;
export const DECIMALS = 6;
/** 1,000 points are worth 2 tokens. */
export const WORTH = 2_000_000n;
export const RICH = 10n ** 12n;

type Wishes = Partial<Parameters<typeof db.payoutSetting.create>[0]['data']>;

/** The rail as the operator set it, on and with no gate closed unless said otherwise. */
export const setRailTo = (rail: string, wishes: Wishes = {}) =>
  db.payoutSetting.create({
    data: {
      rail,
      on: true,
      unit: 'USDC',
      decimals: DECIMALS,
      worth: WORTH,
      minimum: 1_000n,
      dailyCap: 10n ** 12n,
      identity: false,
      taxForm: false,
      countries: ['*'],
      firstLooked: false,
      ...wishes,
    } as never,
  });

/** Forgets every payout and rail, as if none had been; the ledger keeps its lines. */
export const forgetPayouts = () =>
  asOwner('TRUNCATE payout, payout_event, payout_item, payout_submission, payout_fault, payout_setting, payout_reconciliation CASCADE');

/** Points that somebody has earned, in thousandths, in the ledger. */
export async function earned(who: { id: string }, points: bigint): Promise<string> {
  const { code } = await db.earningAccount.upsert({ where: { memberId: who.id }, create: { memberId: who.id }, update: {} });
  await db.$transaction(async (tx) => {
    await openAccounts(tx, [ISSUED], { asset: 'POINT', normal: 'debit' });
    await openAccounts(tx, [availableOf(code)], { asset: 'POINT', normal: 'credit' });
    const lines = [
      { account: ISSUED, amount: -points },
      { account: availableOf(code), amount: points },
    ];
    await post(tx, { id: randomUUID(), kind: 'release', lines });
  });
  return code;
}

/** A destination that was linked long ago. */
export const linked = (who: { id: string }, to: string, rail = 'solana') =>
  db.payoutDestination.create({
    data: {
      memberId: who.id,
      rail,
      address: to,
      shown: to,
      fingerprint: to,
      createdAt: new Date(Date.now() - 100 * HOUR),
      usableFrom: new Date(Date.now() - HOUR),
    },
  });

export interface Payee {
  member: Member;
  wallet: Wallet;
  code: string;
}

/** Somebody with points and a wallet. */
export async function payee(points = 100_000n, rail = 'solana'): Promise<Payee> {
  const who = await member();
  const own = wallet();
  await linked(who, own.address, rail);
  return { member: who, wallet: own, code: await earned(who, points) };
}

export const ask = (who: Member, amount = '10', rail = 'solana', key: string = randomUUID()) =>
  requestPayout(who, { rail, amount, submissionKey: key });

export const payoutOf = async (id: string) =>
  db.payout.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { nth: 'asc' } } } });
export const statesOf = async (id: string): Promise<string[]> => (await payoutOf(id)).events.map(({ to }) => to);

export const availableTo = async ({ code }: { code: string }): Promise<bigint> => {
  const { posted, held } = await balanceOf(availableOf(code));
  return posted - held;
};
export const clearing = async (): Promise<bigint> => (await balanceOf(CLEARING)).posted;

interface BankWishes {
  tokens?: bigint;
  decimals?: number;
  preflight?: boolean;
  /** Whose key signs, if not the treasury's. */
  signer?: Wallet;
  fees?: boolean;
}

/** A chain with a token, and a treasury that holds some of it. */
export async function bank({ tokens = RICH, decimals = DECIMALS, preflight = true, signer, fees = true }: BankWishes = {}) {
  const [owner, mint] = [wallet(), address(wallet().address)];
  const chain = new LiteChain({ preflight });
  chain.makeMint(mint, decimals);
  if (fees) chain.fund((signer ?? owner).address);
  const treasury = await chain.give(owner.address, mint, tokens);
  const key = await keySigner((signer ?? owner).secret);
  const rail = await solanaRail({ chain, signer: key, mint });
  const has = async (one: { address: string }): Promise<bigint> =>
    (await chain.tokenBalance(await tokenAccountOf(address(one.address), mint))) ?? 0n;
  return { chain, rail, mint, owner, treasury, has };
}
export type Bank = Awaited<ReturnType<typeof bank>>;

/** How many payouts wait for the next sending. */
export const waiting = () => db.payout.count({ where: { state: 'reserved' } });

/** What an admin has to look at before rails go on. */
export const stops = async (admin: FactoryMember) => (await adminPayouts(admin, new Date())).rails.flatMap(({ faults }) => faults);
