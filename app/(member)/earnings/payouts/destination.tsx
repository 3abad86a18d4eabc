import { WalletButtons } from '@/components/payouts/wallet-buttons';
import { ActionForm } from '@/components/ui/action-form';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { RailView } from '@/lib/payouts/queries';
import type { RailName } from '@/lib/payouts/setting';
import { finishLinkingAction, removeDestinationAction, startLinkingAction, writeDestinationAction } from './actions';

/** A text that waits to be signed, and by which wallet. */
export interface Asked {
  nonce: string;
  address: string;
  message: string;
}

interface DestinationProps {
  name: RailName;
  destination: RailView['destination'];
  asked: Asked | null;
  language: string;
}

/** Where somebody is paid, and the forms to link, change and remove it. */
export function Destination({ name, destination, asked, language }: DestinationProps) {
  const t = words(language, 'payouts');
  const errors = errorWords(language);
  return (
    <div id={`destination-${name}`} className="grid scroll-mt-20 gap-4">
      <h3 className="font-medium text-sm">{t('wallet.title')}</h3>
      {destination ? <Present name={name} destination={destination} language={language} /> : null}
      {asked ? (
        <Signing asked={asked} language={language} />
      ) : name === 'solana' ? (
        <ActionForm
          action={startLinkingAction}
          errorWords={errors}
          submit={destination ? t('wallet.change') : t('wallet.start')}
          kind="plain"
          label={t('wallet.title')}
          fields={[
            {
              name: 'address',
              label: t('wallet.address'),
              hint: t('wallet.address-hint'),
              required: true,
              maxLength: 64,
              autoComplete: 'off',
              dir: 'ltr',
            },
          ]}
        >
          <WalletButtons of="address" words={{ use: t('wallet.use', { wallet: '{wallet}' }), refused: t('wallet.refused') }} />
        </ActionForm>
      ) : (
        <ActionForm
          action={writeDestinationAction}
          errorWords={errors}
          submit={t('wallet.manual-button')}
          kind="plain"
          label={t('wallet.manual')}
          fields={[
            {
              name: 'destination',
              label: t('wallet.manual'),
              hint: t('wallet.manual-hint'),
              required: true,
              maxLength: 300,
              autoComplete: 'off',
              dir: 'auto',
            },
          ]}
        />
      )}
      {destination && !asked ? <p className="text-[13px] text-faint">{t('wallet.change-note')}</p> : null}
    </div>
  );
}

function Present({ name, destination, language }: { name: RailName; destination: NonNullable<RailView['destination']>; language: string }) {
  const t = words(language, 'payouts');
  const { shown, usableFrom } = destination;
  const date = formats(language).dateTime(usableFrom, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <div className="grid gap-3 rounded-[10px] bg-sunken px-3.5 py-3">
      <p dir="ltr" className="break-all font-mono text-sm">
        {shown}
      </p>
      <p className="text-[13px] text-soft">{usableFrom > new Date() ? t('wallet.from', { date }) : t('wallet.usable')}</p>
      <ActionForm
        action={removeDestinationAction}
        errorWords={errorWords(language)}
        submit={t('wallet.remove')}
        kind="plain"
        small
        label={t('wallet.remove')}
        fields={[{ kind: 'hidden', name: 'rail', value: name }]}
      />
    </div>
  );
}

function Signing({ asked, language }: { asked: Asked; language: string }) {
  const t = words(language, 'payouts');
  return (
    <div className="grid gap-3">
      <h4 className="font-medium text-sm">{t('wallet.sign-title')}</h4>
      <p className="wrap-anywhere text-sm text-soft">{t('wallet.sign-text', { address: asked.address })}</p>
      <pre dir="ltr" className="wrap-anywhere whitespace-pre-wrap rounded-[10px] bg-sunken px-3.5 py-3 text-start text-[13px]">
        {asked.message}
      </pre>
      <ActionForm
        action={finishLinkingAction}
        errorWords={errorWords(language)}
        submit={t('wallet.finish')}
        label={t('wallet.sign-title')}
        fields={[
          { kind: 'hidden', name: 'nonce', value: asked.nonce },
          { name: 'signature', label: t('wallet.signature'), required: true, maxLength: 200, autoComplete: 'off', dir: 'ltr' },
        ]}
      >
        <WalletButtons
          of="signature"
          asked={asked}
          words={{ use: t('wallet.sign-with', { wallet: '{wallet}' }), refused: t('wallet.refused') }}
        />
      </ActionForm>
      <a className="link text-sm" href="/earnings/payouts#destination-solana">
        {t('wallet.again')}
      </a>
    </div>
  );
}
