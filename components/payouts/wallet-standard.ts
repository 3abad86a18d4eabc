/** What of the Wallet Standard is used here: wallets in a browser say that they are there, connect, and sign a text. */
export interface Wallet {
  name: string;
  accounts: readonly Account[];
  features: Record<string, unknown>;
}

interface Account {
  address: string;
}

interface Connect {
  connect: () => Promise<{ accounts: readonly Account[] }>;
}
interface SignMessage {
  signMessage: (input: { account: Account; message: Uint8Array }) => Promise<readonly { signature: Uint8Array }[]>;
}

/** Hears of each wallet that can sign texts for Solana, those that come later too. @returns how to stop hearing */
export function listenForWallets(heard: (wallet: Wallet) => void): () => void {
  const register = (...wallets: Wallet[]): (() => void) => {
    for (const one of wallets) if ('solana:signMessage' in one.features && 'standard:connect' in one.features) heard(one);
    return () => undefined;
  };
  const api = { register };
  const onWallet = (event: Event) => (event as CustomEvent<(given: typeof api) => void>).detail(api);
  window.addEventListener('wallet-standard:register-wallet', onWallet);
  window.dispatchEvent(new CustomEvent('wallet-standard:app-ready', { detail: api }));
  return () => window.removeEventListener('wallet-standard:register-wallet', onWallet);
}

/** The account that somebody lets this site see: the one at `address` where that matters. @throws when they do not */
export async function accountOf(wallet: Wallet, address?: string): Promise<Account> {
  const { accounts } = await (wallet.features['standard:connect'] as Connect).connect();
  const account = accounts.find((one) => !address || one.address === address);
  if (!account) throw new Error('no such account');
  return account;
}

/** A wallet's signature of a text, in base64. @throws when its owner does not want to */
export async function signWith(wallet: Wallet, { address, message }: { address: string; message: string }): Promise<string> {
  const account = await accountOf(wallet, address);
  const signing = wallet.features['solana:signMessage'] as SignMessage;
  const [signed] = await signing.signMessage({ account, message: new TextEncoder().encode(message) });
  if (!signed) throw new Error('not signed');
  return btoa(String.fromCharCode(...signed.signature));
}
