import 'server-only';
import {
  type Address,
  createSolanaRpc,
  getBase64Encoder,
  isSolanaError,
  SOLANA_ERROR__INSTRUCTION_ERROR__CUSTOM,
  SOLANA_ERROR__INSTRUCTION_ERROR__INVALID_ACCOUNT_DATA,
  SOLANA_ERROR__INSTRUCTION_ERROR__UNINITIALIZED_ACCOUNT,
  SOLANA_ERROR__JSON_RPC__SERVER_ERROR_SEND_TRANSACTION_PREFLIGHT_FAILURE,
  SOLANA_ERROR__TRANSACTION_ERROR__ACCOUNT_NOT_FOUND,
  SOLANA_ERROR__TRANSACTION_ERROR__ALREADY_PROCESSED,
  SOLANA_ERROR__TRANSACTION_ERROR__BLOCKHASH_NOT_FOUND,
  SOLANA_ERROR__TRANSACTION_ERROR__INSUFFICIENT_FUNDS_FOR_FEE,
  SOLANA_ERROR__TRANSACTION_ERROR__INSUFFICIENT_FUNDS_FOR_RENT,
  SOLANA_ERROR__TRANSACTION_ERROR__INVALID_ACCOUNT_FOR_FEE,
  type SolanaError,
} from '@solana/kit';
import { type Chain, type ChainError, ChainRefusal, type ChainStatus, chainErrorOf, tokenBytes } from './chain';
import { TOKEN_PROGRAM } from './instructions';

const FINAL = { commitment: 'finalized' } as const;
/** Milliseconds that a node may take to answer. */
const PATIENCE = 10_000;
const soon = () => ({ abortSignal: AbortSignal.timeout(PATIENCE) });

/** The chain as the node at `url` tells of it. */
export function rpcChain(url: string): Chain {
  const rpc = createSolanaRpc(url);

  /** The bytes of an account of the token program; null where it is no such account. */
  async function tokenData(account: Address): Promise<Uint8Array | null> {
    const { value } = await rpc.getAccountInfo(account, { ...FINAL, encoding: 'base64' }).send(soon());
    return value?.owner === TOKEN_PROGRAM ? new Uint8Array(getBase64Encoder().encode(value.data[0])) : null;
  }

  return {
    async latestBlockhash() {
      const { value } = await rpc.getLatestBlockhash({ commitment: 'confirmed' }).send(soon());
      return value;
    },
    async blockHeight() {
      const { blockHeight, absoluteSlot } = await rpc.getEpochInfo(FINAL).send(soon());
      return { height: blockHeight, slot: absoluteSlot };
    },
    oldestSlot: () => rpc.getFirstAvailableBlock().send(soon()),
    async send(wire) {
      try {
        await rpc.sendTransaction(wire, { encoding: 'base64', preflightCommitment: 'confirmed', maxRetries: 5n }).send(soon());
      } catch (error) {
        if (isSolanaError(error, SOLANA_ERROR__JSON_RPC__SERVER_ERROR_SEND_TRANSACTION_PREFLIGHT_FAILURE))
          throw new ChainRefusal(said(error.cause));
        throw error;
      }
    },
    async signatureStatus(signature): Promise<ChainStatus> {
      const { context, value } = await rpc.getSignatureStatuses([signature], { searchTransactionHistory: true }).send(soon());
      const [found] = value;
      if (!found) return { state: 'absent', error: null, slot: context.slot };
      const state = found.confirmationStatus === 'finalized' ? 'final' : 'seen';
      return { state, error: found.err === null ? null : chainErrorOf(found.err), slot: context.slot };
    },
    async tokenBalance(account) {
      const data = await tokenData(account);
      return data && tokenBytes.units(data);
    },
    async isFrozen(account) {
      const data = await tokenData(account);
      return data !== null && tokenBytes.isFrozen(data);
    },
    async decimals(mint) {
      return (await tokenData(mint))?.[44] ?? null;
    },
  };
}

/** What kit numbers, as the runtime names it. Of others it gives the runtime's name itself, or none that means anything here. */
const NAMES = new Map<number, string>([
  [SOLANA_ERROR__TRANSACTION_ERROR__ALREADY_PROCESSED, 'AlreadyProcessed'],
  [SOLANA_ERROR__TRANSACTION_ERROR__BLOCKHASH_NOT_FOUND, 'BlockhashNotFound'],
  [SOLANA_ERROR__TRANSACTION_ERROR__INSUFFICIENT_FUNDS_FOR_FEE, 'InsufficientFundsForFee'],
  [SOLANA_ERROR__TRANSACTION_ERROR__INSUFFICIENT_FUNDS_FOR_RENT, 'InsufficientFundsForRent'],
  [SOLANA_ERROR__TRANSACTION_ERROR__ACCOUNT_NOT_FOUND, 'AccountNotFound'],
  [SOLANA_ERROR__TRANSACTION_ERROR__INVALID_ACCOUNT_FOR_FEE, 'InvalidAccountForFee'],
  [SOLANA_ERROR__INSTRUCTION_ERROR__INVALID_ACCOUNT_DATA, 'InvalidAccountData'],
  [SOLANA_ERROR__INSTRUCTION_ERROR__UNINITIALIZED_ACCOUNT, 'UninitializedAccount'],
]);

/** Kit's own error for what the node's preflight said, as the runtime names it. */
function said(cause: unknown): ChainError {
  if (isSolanaError(cause, SOLANA_ERROR__INSTRUCTION_ERROR__CUSTOM))
    return { code: 'Custom', instruction: cause.context.index, custom: Number(cause.context.code) };
  const context = (cause as SolanaError | undefined)?.context as { index?: number; errorName?: string; __code?: number } | undefined;
  const code = NAMES.get(context?.__code ?? 0) ?? context?.errorName ?? `Kit${context?.__code ?? ''}`;
  return { code, instruction: context?.index ?? null, custom: null };
}
