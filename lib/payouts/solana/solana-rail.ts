import 'server-only';
import { type Address, address, type Base64EncodedWireTransaction, type Signature } from '@solana/kit';
import type { Payable, Prepared, Rail, RailStatus, Refused, Submitted } from '../rail';
import { type Chain, type ChainError, ChainRefusal } from './chain';
import { tokenAccountOf } from './instructions';
import { refusalOf } from './refusal';
import type { Signer } from './signer';
import { MOST_TRANSFERS, makeTransaction } from './transaction';

interface Parts {
  chain: Chain;
  signer: Signer;
  mint: Address;
}

/** Pays in a token of Solana (of the classic token program) out of the signer's own account. */
export async function solanaRail({ chain, signer, mint }: Parts): Promise<Rail> {
  const treasury = await tokenAccountOf(signer.address, mint);

  async function prepare(payables: readonly Payable[], decimals: number): Promise<Prepared | Refused> {
    if ((await chain.decimals(mint)) !== decimals) return { refusal: 'wrong-decimals', payoutId: null };
    if (await chain.isFrozen(treasury)) return { refusal: 'treasury-frozen', payoutId: null };
    const there = (await chain.tokenBalance(treasury)) ?? 0n;
    const wanted = affordable(payables.slice(0, MOST_TRANSFERS), there);
    if (wanted.length === 0) return { refusal: 'treasury-short', payoutId: null };
    const { slot } = await chain.blockHeight();
    const transfers = await Promise.all(
      wanted.map(async ({ id, units, destination }) => {
        const account = await tokenAccountOf(address(destination), mint);
        return { payoutId: id, owner: destination, units, opens: (await chain.tokenBalance(account)) === null };
      }),
    );
    const shut = transfers.find(({ opens }, nth) => opens && wanted[nth]?.opened);
    if (shut) return { refusal: 'account-closed', payoutId: shut.payoutId };
    const lifetime = await chain.latestBlockhash();
    const made = await makeTransaction({ transfers, token: { mint, decimals, treasury }, signer, lifetime });
    const items = transfers.slice(0, made.count).map(({ payoutId, opens }) => ({ payoutId, opens }));
    return { externalId: made.signature, payload: made.wire, lastHeight: made.lastValidBlockHeight, slot, items };
  }

  /** The program says the same of a frozen source as of a frozen destination: nobody is blamed for the treasury. */
  async function meaning(error: ChainError, items: Submitted['items']): Promise<Refused | null> {
    const why = refusalOf(error, items);
    if (why?.refusal !== 'destination-refuses' || !(await chain.isFrozen(treasury))) return why;
    return { refusal: 'treasury-frozen', payoutId: null };
  }

  async function send({ payload, items }: Submitted): Promise<Refused | null> {
    try {
      await chain.send(payload as Base64EncodedWireTransaction);
      return null;
    } catch (error) {
      if (error instanceof ChainRefusal) return meaning(error.said, items);
      throw error;
    }
  }

  async function status({ externalId, lastHeight, slot, items }: Submitted): Promise<RailStatus> {
    // First how far the chain is, then whether it is there: the other way round it could land in between.
    const end = await chain.blockHeight();
    const found = await chain.signatureStatus(externalId as Signature);
    if (found.state === 'seen') return { kind: 'unknown' };
    if (found.state === 'final') {
      const why = found.error && (await meaning(found.error, items));
      return why ? { kind: 'refused', why } : { kind: 'settled' };
    }
    const over = lastHeight !== null && end.height > lastHeight;
    // A node that has not come as far, or has forgotten that time, does not know that it is absent.
    const knows = found.slot >= end.slot && slot !== null && (await chain.oldestSlot()) <= slot;
    return over && knows ? { kind: 'expired' } : { kind: 'unknown' };
  }

  return { prepare, send, status, treasury: () => chain.tokenBalance(treasury) };
}

/** The first of these that so many units pay for. */
function affordable(payables: readonly Payable[], there: bigint): Payable[] {
  let left = there;
  const paid: Payable[] = [];
  for (const one of payables) {
    left -= one.units;
    if (left < 0n) break;
    paid.push(one);
  }
  return paid;
}
