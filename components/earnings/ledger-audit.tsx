import { Notice } from '@/components/ui/notice';
import { formats, words } from '@/lib/core/words';
import type { auditTrouble, lastAudit } from '@/lib/earnings/figures';
import type { Fault } from '@/lib/ledger/queries';

interface LedgerAuditProps {
  audit: Awaited<ReturnType<typeof lastAudit>>;
  trouble: ReturnType<typeof auditTrouble>;
  language: string;
}

const SHOWN = 10;

/** What the last nightly audit of the ledger said, and what to do where it said nothing good. */
export function LedgerAudit({ audit, trouble, language }: LedgerAuditProps) {
  const t = words(language, 'epochs');
  const { dateTime, number } = formats(language);
  if (!audit) return <Notice tone="amber">{t('audit.none')}</Notice>;
  const date = dateTime(audit.at, { dateStyle: 'medium', timeStyle: 'short' });
  const faults = audit.faults as unknown as Fault[];
  if (trouble === 'faults')
    return (
      <Notice tone="bad">
        <p>{t('audit.faults', { date, count: faults.length })}</p>
        <ul className="mt-2 grid gap-1">
          {faults.slice(0, SHOWN).map(({ fault, what }) => (
            <li key={`${fault} ${what}`} className="[overflow-wrap:anywhere]" lang="en" dir="ltr">
              {fault}: {what}
            </li>
          ))}
        </ul>
      </Notice>
    );
  if (trouble === 'old') return <Notice tone="bad">{t('audit.old', { date })}</Notice>;
  const [transactions, lines, sealed] = [audit.transactions, audit.lines, audit.sealed].map((one) => number(one));
  return (
    <Notice tone="ok">
      <p>{t('audit.well', { date, transactions: transactions ?? '', lines: lines ?? '', sealed: sealed ?? '' })}</p>
      {audit.head ? <p className="mt-1 text-[13px] text-soft [overflow-wrap:anywhere]">{t('audit.head', { head: audit.head })}</p> : null}
    </Notice>
  );
}
