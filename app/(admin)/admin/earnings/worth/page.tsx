import { notFound, redirect } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { Section, Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { isAdmin } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { decimal, worthText } from '@/lib/earnings/points';
import { shownRule } from '@/lib/earnings/shown-rule';
import { worthsSet } from '@/lib/earnings/worth';
import { setWorthAction } from './actions';

const POINT = 1_000n;

/** What the operator says that a point is worth, and all that was said before. */
export default async function WorthOfAPoint() {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect('/sign-in?next=/admin/earnings/worth');
  if (!isAdmin(actor)) notFound();
  const { language } = actor;
  const t = words(language, 'disputes');
  const { dateTime } = formats(language);
  const { rule } = await shownRule(new Date());
  const [part, whole] = rule.margin;
  const set = await worthsSet();
  const last = set[0];
  return (
    <Sheet title={t('worth.title')} intro={t('worth.intro')}>
      <Notice>
        {t('worth.rule', {
          assumed: `${decimal(rule.pointValue, 6)} ${rule.unit}`,
          most: `${decimal((rule.pointValue * whole) / (whole - part), 6)} ${rule.unit}`,
          version: rule.version,
        })}
      </Notice>
      <ActionForm
        action={setWorthAction}
        errorWords={errorWords(language)}
        submit={t('worth.save')}
        label={t('worth.title')}
        fields={[
          { name: 'value', label: t('worth.value'), hint: t('worth.hint'), value: last?.value ? decimal(last.value, 6) : '', dir: 'ltr' },
          { name: 'currency', label: t('worth.currency'), value: last?.currency ?? 'USD', maxLength: 3, dir: 'ltr' },
        ]}
      />
      <Section title={t('worth.before')}>
        {set.length === 0 ? (
          <p className="text-soft">{t('worth.none')}</p>
        ) : (
          <Table caption={t('worth.before')} head={[t('worth.since'), t('worth.value'), t('worth.by')]}>
            {set.map(({ value, currency, createdAt, by }) => (
              <tr key={createdAt.toISOString()}>
                <td className="whitespace-nowrap">{dateTime(createdAt, { dateStyle: 'medium' })}</td>
                <td className="tabular-nums">
                  {value === null ? t('worth.unset') : worthText(POINT, { value, currency, since: createdAt }, language)}
                </td>
                <td dir="auto">{by ?? ''}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </Sheet>
  );
}
