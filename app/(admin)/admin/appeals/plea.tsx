import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { linkGroundWords } from '@/lib/earnings/hold-words';
import type { Plea } from '@/lib/earnings/open-pleas';
import { ruleWords } from '@/lib/moderation/rule-words';
import { answerEarningAction } from './actions';

function aboutWords({ about }: Plea, language: string): string {
  const t = words(language, 'holds');
  if (about.kind === 'link') return t('admin.plea-about-link', { reason: linkGroundWords(language, about) });
  return t(about.confirmed ? 'admin.plea-about-confirmed' : 'admin.plea-about-hold', { reason: ruleWords(language, about.reason) });
}

/** One appeal about what somebody earns: what it is about, the first decision, what the person says, and the answer. */
export function PleaItem({ plea, language }: { plea: Plea; language: string }) {
  const t = words(language, 'holds');
  const appeals = words(language, 'appeals');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { decision, bar, about } = plea;
  const outcomes = [
    { value: '', label: appeals('admin.choose') },
    { value: 'reversed', label: t(about.kind === 'link' ? 'admin.plea-lift' : 'admin.plea-clear') },
    { value: 'upheld', label: appeals('admin.upheld') },
  ];
  return (
    <article
      aria-label={plea.writer}
      className="grid gap-5 rounded-[14px] border border-line bg-raised p-5 lg:grid-cols-[minmax(0,1fr)_300px]"
    >
      <div className="grid min-w-0 content-start gap-4">
        <div className="grid gap-1 text-sm">
          <p dir="auto" className="font-medium text-base">
            {aboutWords(plea, language)}
          </p>
          <p>
            <a
              className="link inline-flex min-h-11 items-center gap-x-1"
              href={`/admin/earnings/people/${encodeURIComponent(plea.handle)}`}
            >
              {t('admin.plea-see')}: <bdi>@{plea.handle}</bdi>
            </a>
          </p>
        </div>
        <section className="text-sm">
          <h2 className="font-semibold">{appeals('admin.first')}</h2>
          <p dir="auto">
            {decision.byMachine
              ? appeals('admin.machine', { date: date(decision.createdAt) })
              : appeals('admin.by', { name: decision.decidedBy ?? appeals('admin.left'), date: date(decision.createdAt) })}
          </p>
          {decision.said ? (
            <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
              {appeals('told.said', { said: decision.said })}
            </p>
          ) : null}
        </section>
        <section className="border-amber-fill border-s-3 ps-4">
          <h2 className="font-semibold text-sm" dir="auto">
            {appeals('admin.said', { name: plea.writer, receipt: plea.receipt })}
          </h2>
          <p dir="auto" className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
            {plea.text}
          </p>
          <p className="mt-1 text-[13px] text-faint">
            <time dateTime={plea.createdAt.toISOString()}>{date(plea.createdAt)}</time>
          </p>
        </section>
      </div>
      <div>
        {bar ? (
          <Notice>{t(bar === 'own' ? 'admin.plea-own' : 'admin.plea-first')}</Notice>
        ) : (
          <ActionForm
            action={answerEarningAction}
            errorWords={errorWords(language)}
            submit={appeals('admin.decide')}
            label={plea.receipt}
            fields={[
              { kind: 'hidden', name: 'appealId', value: plea.id },
              { kind: 'select', name: 'outcome', label: appeals('admin.outcome'), options: outcomes, value: '' },
              { kind: 'area', name: 'words', label: appeals('admin.words'), rows: 4, maxLength: 1000, dir: 'auto' },
            ]}
          />
        )}
      </div>
    </article>
  );
}
