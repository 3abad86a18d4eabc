import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import type { AppealItem } from '@/lib/moderation/open-appeals';
import { ruleWords } from '@/lib/moderation/rule-words';
import { AppealAbout } from './about';
import { decideAppealAction } from './actions';

/** One appeal that waits: what it is about, the first decision, what the person says, and the answer. */
export function Appeal({ item, language }: { item: AppealItem; language: string }) {
  const t = words(language, 'appeals');
  const comments = words(language, 'comments');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { decision, bar } = item;
  const ofSanction = item.about.kind !== 'comment';
  const { reason, said, byMachine } = decision;
  const rule = decision.rule ? ruleWords(language, decision.rule) : reason ? comments(`reasons.${reason}`) : '';
  const outcomes = [
    { value: '', label: t('admin.choose') },
    { value: 'reversed', label: ofSanction ? t('admin.reversed-sanction') : t('admin.reversed') },
    { value: 'upheld', label: t('admin.upheld') },
  ];
  return (
    <article
      aria-label={item.writer}
      className="grid gap-5 rounded-[14px] border border-line bg-raised p-5 lg:grid-cols-[minmax(0,1fr)_300px]"
    >
      <div className="grid min-w-0 content-start gap-4">
        <AppealAbout about={item.about} language={language} />
        <section className="text-sm">
          <h2 className="font-semibold">{t('admin.first')}</h2>
          <p dir="auto">
            {byMachine
              ? t('admin.machine', { date: date(decision.createdAt) })
              : t('admin.by', { name: decision.decidedBy ?? t('admin.left'), date: date(decision.createdAt) })}
          </p>
          {rule ? <p>{t('told.rule', { rule })}</p> : null}
          {said ? (
            <p dir="auto" className="whitespace-pre-line">
              {t('told.said', { said })}
            </p>
          ) : null}
        </section>
        <section className="border-amber-fill border-s-3 ps-4">
          <h2 className="font-semibold text-sm" dir="auto">
            {t('admin.said', { name: item.writer, receipt: item.receipt })}
          </h2>
          <p dir="auto" className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
            {item.text}
          </p>
          <p className="mt-1 text-[13px] text-faint">
            <time dateTime={item.createdAt.toISOString()}>{date(item.createdAt)}</time>
          </p>
        </section>
      </div>
      <div>
        {bar ? (
          <Notice>{bar === 'own' && ofSanction ? t('admin.own-sanction') : t(`admin.${bar}`)}</Notice>
        ) : (
          <ActionForm
            action={decideAppealAction}
            errorWords={errorWords(language)}
            submit={t('admin.decide')}
            label={item.receipt}
            fields={[
              { kind: 'hidden', name: 'appealId', value: item.id },
              { kind: 'select', name: 'outcome', label: t('admin.outcome'), options: outcomes, value: '' },
              { kind: 'area', name: 'words', label: t('admin.words'), rows: 4, maxLength: 1000, dir: 'auto' },
            ]}
          />
        )}
      </div>
    </article>
  );
}
