import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import type { Answer } from '@/lib/core/answer';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';

interface Card {
  item: {
    id: string;
    receipt: string;
    text: string;
    createdAt: Date;
    writer: string;
    decision: { byMachine: boolean; decidedBy: string | null; said: string; createdAt: Date };
  };
  language: string;
  /** By which rule it was decided, in words; empty where that stands elsewhere. */
  rule?: string;
  /** Why this moderator may not answer it; null when they may. */
  bar: string | null;
  /** What a granted appeal does. */
  reversed: string;
  action: (previous: Answer<unknown>, form: FormData) => Promise<Answer<unknown>>;
  /** What it is about. */
  children: ReactNode;
}

/** One appeal that waits: what it is about, the first decision, what the person says, and the answer. */
export function AppealCard({ item, language, rule = '', bar, reversed, action, children }: Card) {
  const t = words(language, 'appeals');
  const date = (at: Date) => formats(language).dateTime(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { decision } = item;
  const outcomes = [
    { value: '', label: t('admin.choose') },
    { value: 'reversed', label: reversed },
    { value: 'upheld', label: t('admin.upheld') },
  ];
  return (
    <article
      aria-label={item.writer}
      className="grid gap-5 rounded-[14px] border border-line bg-raised p-5 lg:grid-cols-[minmax(0,1fr)_300px]"
    >
      <div className="grid min-w-0 content-start gap-4">
        {children}
        <section className="text-sm">
          <h2 className="font-semibold">{t('admin.first')}</h2>
          <p dir="auto">
            {decision.byMachine
              ? t('admin.machine', { date: date(decision.createdAt) })
              : t('admin.by', { name: decision.decidedBy ?? t('admin.left'), date: date(decision.createdAt) })}
          </p>
          {rule ? <p>{t('told.rule', { rule })}</p> : null}
          {decision.said ? (
            <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
              {t('told.said', { said: decision.said })}
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
        {bar === null ? (
          <ActionForm
            action={action}
            errorWords={errorWords(language)}
            submit={t('admin.decide')}
            label={item.receipt}
            fields={[
              { kind: 'hidden', name: 'appealId', value: item.id },
              { kind: 'select', name: 'outcome', label: t('admin.outcome'), options: outcomes, value: '' },
              { kind: 'area', name: 'words', label: t('admin.words'), rows: 4, maxLength: 1000, dir: 'auto' },
            ]}
          />
        ) : (
          <Notice>{bar}</Notice>
        )}
      </div>
    </article>
  );
}
