'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { accountOf, listenForWallets, signWith, type Wallet } from './wallet-standard';

interface WalletButtonsProps {
  /** The field of the form around it that the wallet fills in. */
  of: 'address' | 'signature';
  asked?: { address: string; message: string };
  /** `use` contains `{wallet}`. */
  words: { use: string; refused: string };
}

/** A button for each wallet in this browser: it fills in the form's field and sends it. Without one nothing is there, and the field takes what was pasted. */
export function WalletButtons({ of, asked, words }: WalletButtonsProps) {
  const [wallets, setWallets] = useState<readonly Wallet[]>([]);
  const [refused, setRefused] = useState(false);
  useEffect(
    () =>
      listenForWallets((wallet) => setWallets((known) => (known.some(({ name }) => name === wallet.name) ? known : [...known, wallet]))),
    [],
  );
  if (wallets.length === 0) return null;

  async function use(wallet: Wallet, form: HTMLFormElement | null): Promise<void> {
    setRefused(false);
    try {
      const value = asked ? await signWith(wallet, asked) : (await accountOf(wallet)).address;
      const field = form?.elements.namedItem(of);
      if (!(field instanceof HTMLInputElement)) return;
      field.value = value;
      form?.requestSubmit();
    } catch {
      setRefused(true);
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      {wallets.map((wallet) => (
        <Button key={wallet.name} type="button" kind="plain" onClick={(event) => void use(wallet, event.currentTarget.form)}>
          {words.use.replace('{wallet}', wallet.name)}
        </Button>
      ))}
      <span role="status" className="text-[13px] text-bad">
        {refused ? words.refused : ''}
      </span>
    </div>
  );
}
