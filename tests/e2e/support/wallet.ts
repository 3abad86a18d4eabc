import type { Page } from '@playwright/test';
import type { Wallet } from '../../factories/solana';

/** Puts a wallet into the browser, as extensions do it by the Wallet Standard; its owner agrees to everything. */
export async function giveWallet(page: Page, wallet: Wallet): Promise<void> {
  await page.exposeFunction('signForTest', (text: string) => [...Buffer.from(wallet.signBytes(text))]);
  await page.addInitScript((address: string) => {
    const account = { address };
    const own = {
      name: 'Test Wallet',
      accounts: [account],
      features: {
        'standard:connect': { connect: async () => ({ accounts: [account] }) },
        'solana:signMessage': {
          signMessage: async ({ message }: { message: Uint8Array }) => {
            const sign = (window as unknown as { signForTest: (text: string) => Promise<number[]> }).signForTest;
            return [{ signature: new Uint8Array(await sign(new TextDecoder().decode(message))) }];
          },
        },
      },
    };
    const offer = (api: { register: (wallet: typeof own) => void }) => api.register(own);
    window.addEventListener('wallet-standard:app-ready', (event) => offer((event as CustomEvent).detail));
    window.dispatchEvent(new CustomEvent('wallet-standard:register-wallet', { detail: offer }));
  }, wallet.address);
}
