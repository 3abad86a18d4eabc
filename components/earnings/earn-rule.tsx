import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { formats, words } from '@/lib/core/words';
import { decimal, pointsText } from '@/lib/earnings/points';
import type { Fraction } from '@/lib/earnings/rule';
import type { ShownRule } from '@/lib/earnings/shown-rule';
import type { ReadingRule } from '@/lib/reading/rule';

interface EarnRuleProps {
  shown: ShownRule;
  reading: ReadingRule;
  language: string;
}

/** The rule in force in its own figures, and what reading counts. */
export function EarnRule({ shown: { rule, coming }, reading, language }: EarnRuleProps) {
  const t = words(language, 'earn');
  const { dateTime, number } = formats(language);
  const percent = ([part, whole]: Fraction) => number(Number(part) / Number(whole), { style: 'percent', maximumFractionDigits: 2 });
  const points = (amount: bigint) => words(language, 'statement')('points', { amount: pointsText(amount, language) });
  const lines: [string, string][] = [
    [t('rule.emission'), points(rule.emission)],
    [t('rule.share'), rule.readerShare.points ? percent(rule.readerShare.points) : percent([0n, 1n])],
    [t('rule.quarantine'), percent(rule.quarantine)],
    [t('rule.margin'), percent(rule.margin)],
    [t('rule.value'), money(rule.pointValue, rule.unit, language)],
    [t('rule.hold'), t('rule.days', { days: rule.holdDays })],
  ];
  return (
    <Section
      title={t('rule.title', { version: rule.version })}
      intro={rule.from > 0 ? t('rule.since', { date: dateTime(new Date(rule.from), { dateStyle: 'long' }) }) : t('rule.always')}
    >
      <dl className="grid gap-x-8 text-sm sm:grid-cols-2">
        {lines.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-2.5">
            <dt className="text-soft">{name}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {coming.map(({ version, startsAt, words: said }) => (
        <Notice key={version} tone="amber">
          <p className="font-semibold">{t('rule.coming', { version, date: dateTime(startsAt, { dateStyle: 'long' }) })}</p>
          <p dir="auto" className="whitespace-pre-line">
            {said}
          </p>
        </Notice>
      ))}
      <h3 className="font-semibold">{t('counts.title')}</h3>
      <ul className="grid list-disc gap-1.5 ps-5">
        <li>{t('counts.least', { seconds: reading.leastSeconds, part: number(reading.leastOfPost / 100, { style: 'percent' }) })}</li>
        <li>{t('counts.seen', { part: number(reading.leastSeen / 100, { style: 'percent' }), words: reading.fastest })}</li>
        <li>{t('counts.most', { times: number(reading.mostOfPost / 100), words: reading.pace, hours: reading.mostOfDay / 3_600 })}</li>
        <li>{t('counts.author', { count: reading.postsOfAuthor })}</li>
        <li>{t('counts.not')}</li>
      </ul>
    </Section>
  );
}

/** What forging an account costs, tier by tier, and what such an account may move for it. */
export function ForgingTable({ shown: { rule, tiers }, language }: { shown: ShownRule; language: string }) {
  const t = words(language, 'earn');
  const points = (amount: bigint) => words(language, 'statement')('points', { amount: pointsText(amount, language) });
  const left = formats(language).number(1 - Number(rule.margin[0]) / Number(rule.margin[1]), { style: 'percent' });
  return (
    <Section title={t('forging.title')} intro={t('forging.intro', { left })}>
      <Table caption={t('forging.title')} head={[t('forging.tier'), t('forging.price'), t('forging.survives'), t('forging.budget')]}>
        {tiers.map(({ tier, price, survives, budget }) => (
          <tr key={tier}>
            <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-medium">
              {t(`tiers.${tier}`)}
            </th>
            <td className="tabular-nums">{money(price, rule.unit, language)}</td>
            <td className="tabular-nums">{t('forging.weeks', { count: Number(survives) })}</td>
            <td className="tabular-nums">{points(budget)}</td>
          </tr>
        ))}
      </Table>
      <p className="text-sm text-soft">{t('forging.unit')}</p>
    </Section>
  );
}

/** 10⁻⁶ of a money's unit, as `language` writes it. */
function money(amount: bigint, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: 6 });
  return format.format(decimal(amount, 6) as Intl.StringNumericLiteral);
}
