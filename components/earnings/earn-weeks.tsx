import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import type { EpochFigures, PoolFigures } from '@/lib/earnings/figures';
import { pointsText } from '@/lib/earnings/points';

/** Where what is published of a division is. */
export const fileOf = (epoch: number, kind: PoolFigures['kind'], part: 'input' | 'output'): string =>
  `/api/epochs/${epoch}/${kind === 'main' ? '' : 'quarantine-'}${part}`;

/** The last divisions in figures, with what they were made of and what came out. */
export function EarnWeeks({ epochs, language }: { epochs: readonly EpochFigures[]; language: string }) {
  const t = words(language, 'earn');
  const { dateTime, number } = formats(language);
  const day = (at: Date) => dateTime(at, { dateStyle: 'medium' });
  const rows = epochs.flatMap((epoch) => epoch.pools.map((pool) => ({ ...epoch, pool })));
  const head = ['week', 'pool', 'paid', 'carry', 'gamma', 'readers', 'payees', 'rule', 'files'] as const;
  if (rows.length === 0)
    return (
      <Section title={t('weeks.title')}>
        <EmptyState title={t('weeks.empty')}>{t('weeks.empty-text')}</EmptyState>
      </Section>
    );
  return (
    <Section title={t('weeks.title')} intro={t('weeks.intro')}>
      <Table caption={t('weeks.title')} head={head.map((name) => t(`weeks.${name}`))}>
        {rows.map(({ number: epoch, startsAt, endsAt, ruleVersion, pool }) => (
          <tr key={`${epoch} ${pool.kind}`}>
            <th scope="row" className="min-w-44 border-line border-b px-3 py-2.5 text-start align-top font-medium">
              {t('weeks.number', { week: epoch })}
              <span className="block font-normal text-[13px] text-faint">
                {pool.kind === 'main' ? `${day(startsAt)} – ${day(new Date(endsAt.getTime() - 1))}` : t('weeks.quarantine')}
              </span>
            </th>
            <td className="tabular-nums">{pointsText(pool.pool, language)}</td>
            <td className="tabular-nums">{pointsText(pool.paid ?? 0n, language)}</td>
            <td className="tabular-nums">{pointsText(pool.carry ?? 0n, language)}</td>
            <td className="min-w-36 tabular-nums">
              {pool.gamma
                ? t('weeks.a-minute', { points: pointsText((pool.gamma[0] * 60n) / pool.gamma[1], language) })
                : t('weeks.all-fitted')}
            </td>
            <td className="tabular-nums">{number(pool.readers)}</td>
            <td className="tabular-nums">{number(pool.payees)}</td>
            <td className="tabular-nums">{number(ruleVersion)}</td>
            <td>
              <a className="link inline-flex min-h-6 items-center" href={fileOf(epoch, pool.kind, 'input')}>
                {t('weeks.input')}
              </a>{' '}
              <a className="link inline-flex min-h-6 items-center" href={fileOf(epoch, pool.kind, 'output')}>
                {t('weeks.output')}
              </a>
            </td>
          </tr>
        ))}
      </Table>
      <details>
        <summary className="inline-flex min-h-11 items-center font-medium text-sm underline">{t('weeks.hashes')}</summary>
        <dl className="mt-2 grid gap-2 text-[13px]">
          {rows.map(({ number: epoch, pool }) => (
            <div key={`${epoch} ${pool.kind}`}>
              <dt className="text-soft">
                {t('weeks.number', { week: epoch })} · {pool.kind === 'main' ? t('weeks.main') : t('weeks.quarantine')}
              </dt>
              <dd dir="ltr" className="break-all text-start font-mono">
                {pool.inputHash}
              </dd>
              <dd dir="ltr" className="break-all text-start font-mono">
                {pool.outputHash}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Section>
  );
}

/** How many transactions of the ledger are sealed, and the hash of the last. */
interface SaidHead {
  at: Date;
  sealed: number;
  head: string;
}

/** How anyone makes a division again and compares, and what the ledger's chain had come to. */
export function EarnCheck({ epochs, head, language }: { epochs: readonly EpochFigures[]; head: SaidHead | null; language: string }) {
  const t = words(language, 'earn');
  const last = epochs[0];
  const pool = last?.pools.find(({ kind }) => kind === 'main');
  const epoch = last?.number ?? 1;
  const commands = `npm run -s earnings:divide < epoch-${epoch}-input.json > output.json\nsha256sum epoch-${epoch}-input.json output.json`;
  return (
    <Section title={t('check.title')} intro={t('check.intro')}>
      <pre
        dir="ltr"
        className="whitespace-pre-wrap break-words rounded-[10px] bg-sunken px-4 py-3 text-start font-mono text-[13px] leading-relaxed"
      >
        {commands}
      </pre>
      {last && pool ? (
        <>
          <p>
            <a className="link" href={fileOf(epoch, 'main', 'input')}>
              {t('check.download', { week: epoch })}
            </a>
          </p>
          <dl className="grid gap-3 text-sm">
            <div>
              <dt className="text-soft">{t('check.input')}</dt>
              <dd dir="ltr" className="break-all text-start font-mono text-[13px]">
                {pool.inputHash}
              </dd>
            </div>
            <div>
              <dt className="text-soft">{t('check.output')}</dt>
              <dd dir="ltr" className="break-all text-start font-mono text-[13px]">
                {pool.outputHash}
              </dd>
            </div>
          </dl>
          <p className="text-sm text-soft">{t('check.names')}</p>
        </>
      ) : null}
      {head && head.sealed > 0 ? (
        <dl className="grid gap-1 text-sm">
          <dt className="text-soft">
            {t('check.head', { date: formats(language).dateTime(head.at, { dateStyle: 'long' }), count: head.sealed })}
          </dt>
          <dd dir="ltr" className="break-all text-start font-mono text-[13px]">
            {head.head}
          </dd>
        </dl>
      ) : null}
    </Section>
  );
}
