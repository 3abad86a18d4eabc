import {
  AccountRole,
  type Address,
  address,
  getAddressEncoder,
  getProgramDerivedAddress,
  getU64Encoder,
  type Instruction,
} from '@solana/kit';

export const TOKEN_PROGRAM = address('TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA');
const ASSOCIATED_TOKEN_PROGRAM = address('ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL');
export const SYSTEM_PROGRAM = address('11111111111111111111111111111111');
const MEMO_PROGRAM = address('MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr');

/** Numbers of the token program's instructions and refusals; see its `instruction.rs` and `error.rs`. */
const TRANSFER_CHECKED = 12;
const CREATE_IDEMPOTENT = 1;

/** Where somebody's tokens of one kind lie: an account of the token program whose address follows from both. */
export async function tokenAccountOf(owner: Address, mint: Address): Promise<Address> {
  const encoder = getAddressEncoder();
  const seeds = [owner, TOKEN_PROGRAM, mint].map((one) => encoder.encode(one));
  const [account] = await getProgramDerivedAddress({ programAddress: ASSOCIATED_TOKEN_PROGRAM, seeds });
  return account;
}

interface Opening {
  payer: Address;
  account: Address;
  owner: Address;
  mint: Address;
}

/** Opens somebody's token account at the payer's cost, and does nothing where there is one. */
export const openTokenAccount = ({ payer, account, owner, mint }: Opening): Instruction => ({
  programAddress: ASSOCIATED_TOKEN_PROGRAM,
  accounts: [
    { address: payer, role: AccountRole.WRITABLE_SIGNER },
    { address: account, role: AccountRole.WRITABLE },
    { address: owner, role: AccountRole.READONLY },
    { address: mint, role: AccountRole.READONLY },
    { address: SYSTEM_PROGRAM, role: AccountRole.READONLY },
    { address: TOKEN_PROGRAM, role: AccountRole.READONLY },
  ],
  data: new Uint8Array([CREATE_IDEMPOTENT]),
});

interface Moving {
  from: Address;
  to: Address;
  authority: Address;
  mint: Address;
  units: bigint;
  decimals: number;
}

/** Moves tokens. The program refuses it when the token, its digits or the authority are not what they are said to be. */
export const transferTokens = ({ from, to, authority, mint, units, decimals }: Moving): Instruction => ({
  programAddress: TOKEN_PROGRAM,
  accounts: [
    { address: from, role: AccountRole.WRITABLE },
    { address: mint, role: AccountRole.READONLY },
    { address: to, role: AccountRole.WRITABLE },
    { address: authority, role: AccountRole.READONLY_SIGNER },
  ],
  data: new Uint8Array([TRANSFER_CHECKED, ...getU64Encoder().encode(units), decimals]),
});

/** Words that stand beside a transfer for ever, for anyone to read. */
export const memo = (text: string): Instruction => ({ programAddress: MEMO_PROGRAM, data: new TextEncoder().encode(text) });
