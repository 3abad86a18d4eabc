import { ActionForm } from '@/components/ui/action-form';
import { Section } from '@/components/ui/sheet';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { amountWords, pointsOf, pointWords, unitsOf } from '@/lib/payouts/amount';
import type { Gate } from '@/lib/payouts/policy';
import type { RailView } from '@/lib/payouts/queries';
import { requestPayoutAction } from './actions';
import { type Asked, Destination } from './destination';

interface RailProps {
  rail: RailView;
  /** Thousandths of a point. */
  available: bigint;
  /** A text that waits to be signed. */
  asked: Asked | null;
  language: string;
}

/** One way of being paid: what it is worth, what it takes, where it goes, and the form to ask. */
export function Rail({ rail, available, asked, language }: RailProps) {
  const { name, setting, gates, destination } = rail;
  const { unit, decimals, worth, createdAt, minimum } = setting;
  const t = words(language, 'payouts');
  const amount = (units: bigint) => amountWords(language, units, decimals);
  const open = gates.every(({ met }) => met);
  const date = formats(language).dateTime(createdAt, { dateStyle: 'medium' });
  return (
    <Section title={name === 'solana' ? t('rails.solana-unit', { unit }) : t('rails.manual-unit', { unit })}>
      <p className="tabular-nums">{t('worth', { amount: amount(unitsOf(available, worth)), unit, worth: amount(worth), date })}</p>
      <h3 className="font-medium text-sm">{t('gates.title')}</h3>
      <ul className="grid gap-2.5">
        {gates.map(({ gate, met }) => (
          <GateLine key={gate} gate={gate} met={met} rail={rail} language={language} />
        ))}
      </ul>
      <Destination name={name} destination={destination} asked={asked} language={language} />
      <h3 className="font-medium text-sm">{t('ask.title')}</h3>
      {open ? (
        <ActionForm
          action={requestPayoutAction}
          errorWords={errorWords(language)}
          submit={t('ask.button')}
          label={t('ask.title')}
          keyed
          fields={[
            { kind: 'hidden', name: 'rail', value: name },
            {
              name: 'amount',
              label: t('ask.amount'),
              // As the field takes it: elsewhere points part thousands and commas what is less than one.
              hint: t('ask.hint', { least: pointsOf(minimum), most: pointsOf(available) }),
              value: pointsOf(available),
              required: true,
              maxLength: 20,
              autoComplete: 'off',
              dir: 'ltr',
            },
          ]}
        />
      ) : (
        <p className="text-soft">{t('ask.closed')}</p>
      )}
    </Section>
  );
}

function GateLine({ gate, met, rail, language }: { gate: Gate; met: boolean; rail: RailView; language: string }) {
  const t = words(language, 'payouts');
  const { minimum, countries } = rail.setting;
  const values = { points: pointWords(language, minimum), countries: countries.join(', ') };
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-2.5 text-[15px]">
      <span aria-hidden="true" className={met ? 'text-ok' : 'text-bad'}>
        {met ? '✓' : '✗'}
      </span>
      <span>
        {t(`gates.${gate}.name`, values)} <span className="sr-only">({met ? t('gates.met') : t('gates.missing')})</span>
        {met ? null : <span className="block text-[13px] text-soft">{t(`gates.${gate}.missing`, values)}</span>}
      </span>
    </li>
  );
}
