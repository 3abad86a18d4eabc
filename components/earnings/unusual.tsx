import { formats, words } from '@/lib/core/words';
import type { Unusual as Counted, PoolCheck } from '@/lib/earnings/checks';
import { pointsText } from '@/lib/earnings/points';

interface UnusualProps {
  unusual: Counted;
  checks: readonly PoolCheck[];
  language: string;
}

const REASONS = [
  'own-blog',
  'linked',
  'removed',
  'staff',
  'too-short',
  'too-little-seen',
  'too-fast',
  'author-limit',
  'post-cap',
  'day-cap',
  'banned',
  'no-writer',
] as const;

/** What of an epoch wants a second look, counted. */
export function Unusual({ unusual: { held, confirmed, banned, leftOut }, checks, language }: UnusualProps) {
  const t = words(language, 'epochs');
  const { number } = formats(language);
  let most = 0n;
  for (const one of checks) if (one.most > most) most = one.most;
  const lines = [
    { name: t('one.held'), value: number(held) },
    { name: t('one.confirmed'), value: number(confirmed) },
    { name: t('one.banned'), value: number(banned) },
    ...(checks.length > 0 ? [{ name: t('one.most'), value: t('points', { amount: pointsText(most, language) }) }] : []),
  ];
  const hours = (seconds: number) => t('one.left-out-hours', { hours: number(seconds / 3_600, { maximumFractionDigits: 1 }) });
  return (
    <>
      <Lines lines={lines} />
      <h3 className="font-medium text-sm">{t('one.left-out')}</h3>
      {leftOut.length === 0 ? <p className="text-sm text-soft">{t('one.left-out-none')}</p> : null}
      <Lines
        lines={leftOut.map(({ reason, seconds }) => {
          const known = REASONS.find((one) => one === reason);
          return { name: known ? t(`reasons.${known}`) : reason, value: hours(seconds) };
        })}
      />
    </>
  );
}

function Lines({ lines }: { lines: readonly { name: string; value: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="grid">
      {lines.map(({ name, value }) => (
        <div key={name} className="flex items-baseline justify-between gap-4 border-line border-b py-2 text-sm">
          <dt>{name}</dt>
          <dd className="font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
