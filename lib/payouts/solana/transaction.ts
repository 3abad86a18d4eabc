import 'server-only';
import {
  type Address,
  address,
  appendTransactionMessageInstructions,
  type Base64EncodedWireTransaction,
  type Blockhash,
  compileTransaction,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  getSignatureFromTransaction,
  getTransactionSize,
  type Instruction,
  pipe,
  type Signature,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
} from '@solana/kit';
import { memo, openTokenAccount, tokenAccountOf, transferTokens } from './instructions';
import type { Signer } from './signer';

/** Bytes that a packet of the network holds. */
export const PACKET = 1_232;
/** Transfers in one transaction at most; what fits into a packet is fewer as soon as accounts have to be opened. */
export const MOST_TRANSFERS = 18;

export interface Transfer {
  payoutId: string;
  /** Whose tokens they will be. */
  owner: string;
  units: bigint;
  /** Whether the account has to be opened first. */
  opens: boolean;
}

interface Token {
  mint: Address;
  decimals: number;
  /** Where the treasury's tokens lie. */
  treasury: Address;
}

interface Making {
  transfers: readonly Transfer[];
  token: Token;
  signer: Signer;
  lifetime: { blockhash: Blockhash; lastValidBlockHeight: bigint };
}

export interface Made {
  wire: Base64EncodedWireTransaction;
  signature: Signature;
  bytes: number;
  /** How many of the transfers are in it, from the first on. */
  count: number;
  lastValidBlockHeight: bigint;
}

/**
 * One signed transaction with as many of these transfers as fit into a packet, each with its payout's id as a memo. Nothing is sent.
 * @throws Error when not even one fits, or the signer does not answer
 */
export async function makeTransaction({ transfers, token, signer, lifetime }: Making): Promise<Made> {
  const pieces = await Promise.all(transfers.slice(0, MOST_TRANSFERS).map((one) => piecesOf(one, token, signer.address)));
  let count = pieces.length;
  let compiled = compile(pieces.slice(0, count).flat(), signer.address, lifetime);
  while (count > 1 && getTransactionSize(compiled) > PACKET) {
    count -= 1;
    compiled = compile(pieces.slice(0, count).flat(), signer.address, lifetime);
  }
  const bytes = getTransactionSize(compiled);
  if (count === 0 || bytes > PACKET) throw new Error(`a transaction of ${count} transfers has ${bytes} bytes; a packet holds ${PACKET}`);
  const signed = { ...compiled, signatures: { [signer.address]: await signer.sign(new Uint8Array(compiled.messageBytes)) } };
  return {
    wire: getBase64EncodedWireTransaction(signed),
    signature: getSignatureFromTransaction(signed),
    bytes,
    count,
    lastValidBlockHeight: lifetime.lastValidBlockHeight,
  };
}

async function piecesOf(
  { payoutId, owner, units, opens }: Transfer,
  { mint, decimals, treasury }: Token,
  authority: Address,
): Promise<Instruction[]> {
  const to = await tokenAccountOf(address(owner), mint);
  const opening = openTokenAccount({ payer: authority, account: to, owner: address(owner), mint });
  const transfer = transferTokens({ from: treasury, to, authority, mint, units, decimals });
  return [...(opens ? [opening] : []), transfer, memo(payoutId)];
}

const compile = (instructions: readonly Instruction[], payer: Address, lifetime: Making['lifetime']) =>
  pipe(
    createTransactionMessage({ version: 0 }),
    (message) => setTransactionMessageFeePayer(payer, message),
    (message) => setTransactionMessageLifetimeUsingBlockhash(lifetime, message),
    (message) => appendTransactionMessageInstructions(instructions, message),
    compileTransaction,
  );
