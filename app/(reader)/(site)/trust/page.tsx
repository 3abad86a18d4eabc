import type { Metadata } from 'next';
import { Section, Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { share } from '@/lib/core/cache-tags';
import { env } from '@/lib/core/env';
import { words } from '@/lib/core/words';
import { ESTABLISHED, READ_SECONDS, TRUST_LEVELS, type TrustLevel, UNLOCKS } from '@/lib/screening/trust';

export function generateMetadata(): Metadata {
  return { title: words('en', 'sanctions')('trust.title'), alternates: { canonical: `${env().SITE_URL}/trust` } };
}

const LEVELS: readonly TrustLevel[] = [0, 1, 2, 3];

/** The very tables that screening reads. */
export default function Trust() {
  share();
  const t = words('en', 'sanctions');
  return (
    <Sheet title={t('trust.title')} intro={t('trust.intro')} wide>
      <Section title={t('trust.asks')}>
        <Table
          caption={t('trust.asks')}
          head={[t('trust.level'), t('trust.age'), t('trust.read'), t('trust.approved'), t('trust.upheld'), t('trust.removed')]}
        >
          {LEVELS.map((level) => {
            const { ageDays, daysRead, approved, upheldReports, removedLately } = TRUST_LEVELS[level].asks;
            return (
              <tr key={level}>
                <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-medium">
                  {t(`levels.${level}`)}
                </th>
                <td>{ageDays}</td>
                <td>{daysRead}</td>
                <td>{approved}</td>
                <td>{upheldReports}</td>
                <td>{Number.isFinite(removedLately) ? removedLately : t('trust.any')}</td>
              </tr>
            );
          })}
        </Table>
      </Section>
      <Section title={t('trust.counted')}>
        <p>{t('trust.established', ESTABLISHED)}</p>
        <p>{t('trust.day', { seconds: READ_SECONDS })}</p>
      </Section>
      <Section title={t('trust.unlocks')}>
        <Table
          caption={t('trust.unlocks')}
          head={[t('trust.level'), t('trust.held'), t('trust.links'), t('trust.weight'), t('trust.hour')]}
        >
          {LEVELS.map((level) => {
            const { firstCommentsHeld, links, reportWeight, commentsPerHour } = UNLOCKS[level];
            return (
              <tr key={level}>
                <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-medium">
                  {t(`levels.${level}`)}
                </th>
                <td>{firstCommentsHeld}</td>
                <td>{links ? t('trust.yes') : t('trust.no')}</td>
                <td>{reportWeight}</td>
                <td>{commentsPerHour}</td>
              </tr>
            );
          })}
        </Table>
      </Section>
    </Sheet>
  );
}
