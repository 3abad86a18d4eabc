import {
  type Address,
  getAddressEncoder,
  getBase64Encoder,
  getSignatureFromTransaction,
  getTransactionDecoder,
  lamports,
  type Signature,
} from '@solana/kit';
import { FailedTransactionMetadata, LiteSVM } from 'litesvm';
import { type Chain, type ChainError, ChainRefusal, type ChainStatus, chainErrorOf, tokenBytes } from '@/lib/payouts/solana/chain';
import { SYSTEM_PROGRAM, TOKEN_PROGRAM, tokenAccountOf } from '@/lib/payouts/solana/instructions';
import { errorJson } from './error-json';

/** Blocks in which a transaction may land that was made with the newest blockhash. */
const LASTS = 150n;
const RENT = 10_000_000n;

interface Settings {
  /** Whether a transaction is tried before it is taken, as nodes do unless told not to. */
  preflight?: boolean;
  /** A chain as `kept` gave it. */
  from?: Kept | undefined;
}

/** What of a chain is kept when its process ends, as JSON. */
export interface Kept {
  height: string;
  expires: string;
  /** How many times the newest blockhash has changed. */
  periods: number;
  /** The token program's accounts, in base64 by their address. */
  accounts: Record<string, string>;
  /** What landed, by its signature: null, or the error with which it did nothing. */
  landed: Record<string, ChainError | null>;
}

/** A Solana chain in this process: the real runtime with the real token program, and blocks that pass when `pass` is called. */
export class LiteChain implements Chain {
  readonly #svm = new LiteSVM();
  readonly #preflight: boolean;
  readonly #landed: Map<string, ChainError | null>;
  /** What landed before this process: the runtime itself does not remember it. */
  readonly #earlier: ReadonlySet<string>;
  #height = 1_000n;
  #expires = this.#height + LASTS;
  #periods = 0;

  constructor({ preflight = true, from }: Settings = {}) {
    this.#preflight = preflight;
    this.#landed = new Map(Object.entries(from?.landed ?? {}));
    this.#earlier = new Set(this.#landed.keys());
    if (!from) return;
    this.#height = BigInt(from.height);
    this.#expires = BigInt(from.expires);
    for (const [account, data] of Object.entries(from.accounts))
      this.#svm.setAccount(accountOf(account as Address, new Uint8Array(Buffer.from(data, 'base64'))));
    // Blockhashes follow one another always in the same way: none that was used comes back.
    while (this.#periods <= from.periods) this.#renew();
  }

  kept(): Kept {
    const accounts = this.#svm
      .getProgramAccounts(TOKEN_PROGRAM)
      .map(({ address, data }) => [address, Buffer.from(data).toString('base64')]);
    const [height, expires] = [String(this.#height), String(this.#expires)];
    return { height, expires, periods: this.#periods, accounts: Object.fromEntries(accounts), landed: Object.fromEntries(this.#landed) };
  }

  /** Lets blocks go by. */
  pass(blocks: bigint | number): void {
    this.#height += BigInt(blocks);
    if (this.#height <= this.#expires) return;
    this.#renew();
    this.#expires = this.#height + LASTS;
  }

  #renew(): void {
    this.#svm.expireBlockhash();
    this.#periods += 1;
  }

  async latestBlockhash() {
    return { blockhash: this.#svm.latestBlockhash(), lastValidBlockHeight: this.#expires };
  }

  async blockHeight() {
    return { height: this.#height, slot: this.#height };
  }

  async oldestSlot(): Promise<bigint> {
    return 0n;
  }

  async send(wire: string): Promise<Signature> {
    const transaction = getTransactionDecoder().decode(getBase64Encoder().encode(wire)) as Parameters<LiteSVM['sendTransaction']>[0];
    const signature = getSignatureFromTransaction(transaction);
    if (this.#earlier.has(signature)) throw new ChainRefusal(chainErrorOf('AlreadyProcessed'));
    if (this.#preflight) {
      const tried = this.#svm.simulateTransaction(transaction);
      if (tried instanceof FailedTransactionMetadata) throw refusal(tried);
    }
    const done = this.#svm.sendTransaction(transaction);
    const failed = done instanceof FailedTransactionMetadata;
    // What was carried out and failed has landed, as a failure; a node says nothing of it then.
    if (failed && done.meta().logs().length === 0) throw refusal(done);
    this.#landed.set(signature, failed ? chainErrorOf(errorJson(done.err())) : null);
    return signature;
  }

  async signatureStatus(signature: Signature): Promise<ChainStatus> {
    const error = this.#landed.get(signature);
    return { state: error === undefined ? 'absent' : 'final', error: error ?? null, slot: this.#height };
  }

  /** What stands in an account of the token program; null where it is no such account. */
  dataOf(account: Address): Uint8Array | null {
    const found = this.#svm.getAccount(account);
    return found.exists && found.programAddress === TOKEN_PROGRAM ? new Uint8Array(found.data) : null;
  }

  async tokenBalance(account: Address): Promise<bigint | null> {
    const data = this.dataOf(account);
    return data && tokenBytes.units(data);
  }

  async isFrozen(account: Address): Promise<boolean> {
    const data = this.dataOf(account);
    return data !== null && tokenBytes.isFrozen(data);
  }

  async decimals(mint: Address): Promise<number | null> {
    return this.dataOf(mint)?.[44] ?? null;
  }

  /** Gives somebody money for fees. */
  fund(owner: Address, amount = 1_000_000_000_000n): void {
    this.#svm.airdrop(owner, lamports(amount));
  }

  /** Makes a token, as if it had been there. */
  makeMint(mint: Address, decimals: number): void {
    const data = new Uint8Array(82);
    new DataView(data.buffer).setBigUint64(36, 2n ** 62n, true);
    data[44] = decimals;
    data[45] = 1;
    this.#svm.setAccount(accountOf(mint, data));
  }

  /** Gives somebody so many of a token, as if they had them; answers with where they lie. */
  async give(owner: Address, mint: Address, units: bigint, { frozen = false } = {}): Promise<Address> {
    const account = await tokenAccountOf(owner, mint);
    const data = new Uint8Array(165);
    data.set(getAddressEncoder().encode(mint), 0);
    data.set(getAddressEncoder().encode(owner), 32);
    new DataView(data.buffer).setBigUint64(64, units, true);
    data[108] = frozen ? 2 : 1;
    this.#svm.setAccount(accountOf(account, data));
    return account;
  }

  /** Takes an account away, as its owner may. */
  close(account: Address): void {
    this.#svm.setAccount({ ...accountOf(account, new Uint8Array()), lamports: lamports(0n), programAddress: SYSTEM_PROGRAM });
  }

  /** All that programs said while a transaction was carried out. */
  logsOf(signature: Signature): string[] {
    const found = this.#svm.getTransaction(signature);
    return found ? (found instanceof FailedTransactionMetadata ? found.meta() : found).logs() : [];
  }
}

const accountOf = (address: Address, data: Uint8Array) => ({
  address,
  data,
  executable: false,
  lamports: lamports(RENT),
  programAddress: TOKEN_PROGRAM,
  space: BigInt(data.length),
});

const refusal = (failed: FailedTransactionMetadata): ChainRefusal => new ChainRefusal(chainErrorOf(errorJson(failed.err())));
