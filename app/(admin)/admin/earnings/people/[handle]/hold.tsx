import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { figureWords } from '@/lib/earnings/hold-words';
import { pointsText } from '@/lib/earnings/points';
import type { SeenHold } from '@/lib/earnings/unusual';
import { ruleWords } from '@/lib/moderation/rule-words';
import { endHoldAction } from '../actions';
import { endFields } from './fields';

/** One hold: by what or whom, what was seen, how it ended, and the answer while it waits. */
export function Hold({ hold, handle, language }: { hold: SeenHold; handle: string | null; language: string }) {
  const t = words(language, 'holds');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const rule = ruleWords(language, hold.reason);
  const left = t('admin.left');
  const { outcome, waiting, taken } = hold;
  return (
    <article aria-label={rule} className="grid gap-4 rounded-[14px] border border-line bg-raised p-4">
      <div className="grid gap-1 text-sm">
        <p>
          <Badge tone={outcome === null ? 'amber' : 'plain'}>{t(`admin.${outcome ?? 'open'}`)}</Badge>{' '}
          {hold.appealed ? <Badge tone="amber">{t('admin.appealed')}</Badge> : null}
        </p>
        <p dir="auto">
          {hold.byMachine
            ? t('admin.by-rule', { rule, version: hold.ruleVersion, date: date(hold.createdAt) })
            : t('admin.by-name', { name: hold.by ?? left, rule, date: date(hold.createdAt) })}
        </p>
        {hold.note ? (
          <p dir="auto" className="whitespace-pre-line">
            {t('admin.words', { said: hold.note })}
          </p>
        ) : null}
        {waiting > 0n ? <p className="tabular-nums">{t('admin.stake-waiting', { points: pointsText(waiting, language) })}</p> : null}
        {taken > 0n ? <p className="tabular-nums">{t('admin.stake-taken', { points: pointsText(taken, language) })}</p> : null}
        {outcome && hold.endedAt ? (
          <p dir="auto" className="whitespace-pre-line">
            {t('admin.ended', { outcome: t(`admin.${outcome}`), name: hold.endedBy ?? left, date: date(hold.endedAt), said: hold.answer })}
          </p>
        ) : null}
      </div>
      <Evidence figures={hold.figures} posts={hold.posts} language={language} />
      {hold.more.map(({ place, reason, figures }) => (
        <section key={place} aria-label={ruleWords(language, reason)} className="grid gap-4 border-line border-t pt-4">
          <h3 className="font-semibold text-sm">{t('admin.found-since', { rule: ruleWords(language, reason) })}</h3>
          <Evidence figures={figures} posts={[]} language={language} />
        </section>
      ))}
      {hold.answers.length > 0 ? (
        <ActionForm
          action={endHoldAction}
          errorWords={errorWords(language)}
          submit={t(handle === null ? 'admin.answer-gone' : 'admin.answer-now')}
          label={t('admin.answer')}
          fields={endFields({ holdId: hold.id, handle, answers: hold.answers }, language)}
        />
      ) : null}
      {hold.bar ? <p className="text-sm text-soft">{t(`admin.bars.${hold.bar}`)}</p> : null}
    </article>
  );
}

function Evidence({ figures, posts, language }: Pick<SeenHold, 'figures' | 'posts'> & { language: string }) {
  const t = words(language, 'holds');
  const seen = figureWords(language, figures);
  if (seen.length === 0) return null;
  const columns = figureWords(language, posts[0]?.figures ?? {}).map(({ name }) => name);
  return (
    <>
      <section aria-label={t('admin.figures')} className="grid gap-2">
        <h3 className="font-semibold text-sm">{t('admin.figures')}</h3>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
          {seen.map(({ name, value }) => (
            <div key={name} className="flex flex-col-reverse justify-end">
              <dt className="text-[13px] text-soft">{name}</dt>
              <dd className="font-serif text-[20px] leading-tight tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {posts.length > 0 ? (
        <>
          <Table caption={t('admin.post-figures')} head={[t('admin.post'), ...columns]}>
            {posts.map(({ place, figures: own }) => (
              <tr key={place}>
                <th scope="row" className="border-line border-b px-3 py-2.5 text-start font-normal tabular-nums">
                  {formats(language).number(place)}
                </th>
                {figureWords(language, own).map(({ name, value }) => (
                  <td key={name} className="whitespace-nowrap tabular-nums">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </Table>
          <p className="text-[13px] text-soft">{t('admin.unnamed')}</p>
        </>
      ) : null}
    </>
  );
}
