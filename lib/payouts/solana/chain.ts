import type { Address, Base64EncodedWireTransaction, Blockhash, Signature } from '@solana/kit';

/** Why the chain does not carry out a transaction: the runtime's own code, and for a program's refusal its number and place. */
export interface ChainError {
  /** Such as `BlockhashNotFound`, `AlreadyProcessed`, `InsufficientFunds`, `Custom`. */
  code: string;
  /** Which instruction was refused; null when none was looked at. */
  instruction: number | null;
  /** The program's own number, with `Custom` only. */
  custom: number | null;
}

/** The chain was asked to carry a transaction out and says that it would not. It does not mean that an earlier sending did not land. */
export class ChainRefusal extends Error {
  constructor(readonly said: ChainError) {
    super(said.custom === null ? said.code : `${said.code} ${said.custom}`);
    this.name = 'ChainRefusal';
  }
}

export interface ChainStatus {
  /** `final` is never taken back. `absent` is what this node knows at `slot`, no more. */
  state: 'absent' | 'seen' | 'final';
  /** Of a transaction that landed and did nothing. */
  error: ChainError | null;
  /** Up to which slot the node has looked. */
  slot: bigint;
}

/** The little that is asked of a Solana node. Any of it may throw when the node is away: nothing follows from that. */
export interface Chain {
  latestBlockhash(): Promise<{ blockhash: Blockhash; lastValidBlockHeight: bigint }>;
  /** The last block that is never taken back. */
  blockHeight(): Promise<{ height: bigint; slot: bigint }>;
  /** From which slot on the node remembers transactions. */
  oldestSlot(): Promise<bigint>;
  /** @throws ChainRefusal when the node will not take it */
  send(wire: Base64EncodedWireTransaction): Promise<unknown>;
  signatureStatus(signature: Signature): Promise<ChainStatus>;
  /** In the token's smallest units; null where there is no such account. */
  tokenBalance(account: Address): Promise<bigint | null>;
  /** Whether a token's issuer has frozen such an account. */
  isFrozen(account: Address): Promise<boolean>;
  /** Digits of a token below one; null where there is no such token. */
  decimals(mint: Address): Promise<number | null>;
}

/** An error of the runtime as nodes write it in JSON: `"Name"` or `{"InstructionError": [2, {"Custom": 1}]}`. */
export function chainErrorOf(json: unknown): ChainError {
  if (typeof json === 'string') return { code: json, instruction: null, custom: null };
  const [name, detail] = Object.entries((json ?? {}) as Record<string, unknown>)[0] ?? ['Unknown', null];
  if (name !== 'InstructionError' || !Array.isArray(detail)) return { code: name, instruction: null, custom: null };
  const [instruction, what] = detail as [number | bigint, string | { Custom?: number | bigint }];
  if (typeof what === 'string') return { code: what, instruction: Number(instruction), custom: null };
  const custom = what?.Custom;
  return {
    code: custom === undefined ? 'Unknown' : 'Custom',
    instruction: Number(instruction),
    custom: custom === undefined ? null : Number(custom),
  };
}

/** An account of the token program, as its bytes have it. */
export const tokenBytes = {
  units: (data: Uint8Array): bigint => new DataView(data.buffer, data.byteOffset).getBigUint64(64, true),
  isFrozen: (data: Uint8Array): boolean => data[108] === 2,
};
