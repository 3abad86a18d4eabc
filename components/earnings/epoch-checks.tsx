import { Badge } from '@/components/ui/badge';
import { words } from '@/lib/core/words';
import type { PoolCheck } from '@/lib/earnings/checks';
import { pointsText } from '@/lib/earnings/points';

interface EpochChecksProps {
  checks: readonly PoolCheck[];
  shares: { amount: bigint };
  language: string;
}

/** What of a division holds when it is counted again. */
export function EpochChecks({ checks, shares, language }: EpochChecksProps) {
  const t = words(language, 'epochs');
  const lines = checks.flatMap(({ kind, budgets, atCap, t5, caps, sums }) => {
    const pool = t(`pools.${kind}`);
    return [
      { said: t('one.t5', { pool, budgets: pointsText(budgets, language) }), holds: t5 },
      { said: t('one.caps', { pool, count: atCap }), holds: caps },
      { said: t('one.sums', { pool }), holds: sums },
    ];
  });
  const paid = checks.reduce((all, one) => all + one.paid, 0n);
  return (
    <ul className="grid">
      {[...lines, { said: t('one.shares'), holds: shares.amount === paid }].map(({ said, holds }) => (
        <li key={said} className="flex items-baseline justify-between gap-4 border-line border-b py-2 text-sm">
          <span>{said}</span>
          <Badge tone={holds ? 'ok' : 'bad'}>{holds ? t('one.holds') : t('one.fails')}</Badge>
        </li>
      ))}
    </ul>
  );
}
