import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Section, Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { share } from '@/lib/core/cache-tags';
import type { UiLanguage } from '@/lib/core/languages';
import { formats, words } from '@/lib/core/words';
import { ESTABLISHED, TRUST_LEVELS, type TrustLevel, UNLOCKS } from '@/lib/screening/trust';
import { SpokenLinks, spokenMetadata } from '../spoken';

export const trustMetadata = (language: UiLanguage | null): Metadata =>
  spokenMetadata('/trust', language, (spoken) => ({ title: words(spoken, 'sanctions')('trust.title') }));

const LEVELS: readonly TrustLevel[] = [0, 1, 2, 3];

/** The very tables that screening reads. */
export function TrustSheet({ language }: { language: UiLanguage }) {
  share();
  const t = words(language, 'sanctions');
  const { number } = formats(language);
  const yesOrNo = (is: boolean) => (is ? t('trust.yes') : t('trust.no'));
  return (
    <Sheet title={t('trust.title')} intro={t('trust.intro')} wide>
      <nav aria-label={t('trust.spoken')} className="-mt-4 flex flex-wrap gap-x-5 text-sm">
        <SpokenLinks path="/trust" language={language} />
      </nav>
      <Section title={t('trust.asks')}>
        <Table
          caption={t('trust.asks')}
          head={[t('trust.level'), t('trust.age'), t('trust.read'), t('trust.approved'), t('trust.upheld'), t('trust.removed')]}
        >
          {LEVELS.map((level) => {
            const { ageDays, daysRead, approved, upheldReports, removedLately } = TRUST_LEVELS[level].asks;
            return (
              <Level key={level} name={t(`levels.${level}`)}>
                <td>{number(ageDays)}</td>
                <td>{number(daysRead)}</td>
                <td>{number(approved)}</td>
                <td>{number(upheldReports)}</td>
                <td>{Number.isFinite(removedLately) ? number(removedLately) : t('trust.any')}</td>
              </Level>
            );
          })}
        </Table>
      </Section>
      <Section title={t('trust.counted')}>
        <p>{t('trust.established', ESTABLISHED)}</p>
        <p>{t('trust.day')}</p>
      </Section>
      <Section title={t('trust.unlocks')}>
        <Table
          caption={t('trust.unlocks')}
          head={[
            t('trust.level'),
            t('trust.held'),
            t('trust.links'),
            t('trust.weight'),
            t('trust.hour'),
            t('trust.hide'),
            t('trust.after-a-day'),
            t('trust.unknown'),
          ]}
        >
          {LEVELS.map((level) => {
            const { firstCommentsHeld, links, reportWeight, commentsPerHour, reportsHide, shownAfterADay, passUnknown } = UNLOCKS[level];
            return (
              <Level key={level} name={t(`levels.${level}`)}>
                <td>{number(firstCommentsHeld)}</td>
                <td>{yesOrNo(links)}</td>
                <td>{number(reportWeight)}</td>
                <td>{number(commentsPerHour)}</td>
                <td>{yesOrNo(reportsHide)}</td>
                <td>{yesOrNo(shownAfterADay)}</td>
                <td>{yesOrNo(passUnknown)}</td>
              </Level>
            );
          })}
        </Table>
      </Section>
    </Sheet>
  );
}

function Level({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-medium">
        {name}
      </th>
      {children}
    </tr>
  );
}
