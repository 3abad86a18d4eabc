import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Sheet } from '@/components/ui/sheet';
import { TabLinks } from '@/components/ui/tab-links';
import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import { isEarningAct, type MoneyEntry } from '@/lib/payouts/money-log';

const HERE = '/admin/log?of=money';

export function LogTabs({ of, language }: { of: 'moderation' | 'money'; language: string }) {
  const t = words(language, 'moderation');
  const items = [
    { href: '/admin/log', label: t('log.moderation'), current: of === 'moderation' },
    { href: HERE, label: t('log.money'), current: of === 'money' },
  ];
  return <TabLinks label={t('log.title')} items={items} />;
}

interface MoneyLogProps {
  log: { entries: readonly MoneyEntry[]; next: string | null };
  /** Not at its beginning, so that there is a way back. */
  newest: boolean;
  language: string;
}

/** Who did what about rules, epochs, what a point is worth, proofs and payouts, the latest first. */
export function MoneyLog({ log: { entries, next }, newest, language }: MoneyLogProps) {
  const t = words(language, 'moderation');
  const { dateTime } = formats(language);
  return (
    <Sheet title={t('log.title')} intro={t('log.money-intro')} wide>
      <LogTabs of="money" language={language} />
      {entries.length === 0 ? (
        <EmptyState title={t('log.empty')} />
      ) : (
        <Table caption={t('log.money')} head={[t('log.when'), t('log.what'), t('log.who'), t('log.about')]}>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="whitespace-nowrap tabular-nums">
                <time dateTime={entry.at.toISOString()}>{dateTime(entry.at, { dateStyle: 'short', timeStyle: 'short' })}</time>
              </td>
              <td>{actOf(entry, language)}</td>
              <td dir="auto">{entry.byItself ? t('log.machine') : (entry.by ?? t('log.gone'))}</td>
              <td dir="auto" className="min-w-40 [overflow-wrap:anywhere]">
                {entry.about}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pagination
        label={t('log.pages')}
        first={newest ? { href: HERE, label: t('log.newest') } : undefined}
        next={next ? { href: `${HERE}&before=${encodeURIComponent(next)}`, label: t('log.older') } : undefined}
      />
    </Sheet>
  );
}

function actOf({ act, epoch, version }: MoneyEntry, language: string): string {
  const ofEarning = words(language, 'epochs');
  const ofPayouts = words(language, 'payouts');
  if (isEarningAct(act)) return ofEarning(`acts.${act}`, { epoch: epoch ?? '', version: version ?? '' });
  return ofPayouts(`admin.acts.${act}`);
}
