import { ActionForm } from '@/components/ui/action-form';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/components/ui/use-form-action';
import { errorWords } from '@/lib/core/error-words';
import { formats, words } from '@/lib/core/words';
import { MAX_WORDS } from '@/lib/earnings/dispute-policy';
import type { OpenDispute } from '@/lib/earnings/disputes';
import { pointsText } from '@/lib/earnings/points';
import { LeftOut } from './left-out';
import { timeText } from './time-text';

interface DisputeItemProps {
  item: OpenDispute;
  action: FormAction;
  language: string;
}

/** One dispute that waits: the line, what its person says, what it would pay, and the answer. */
export function DisputeItem({ item, action, language }: DisputeItemProps) {
  const t = words(language, 'disputes');
  const date = formats(language).dateTime(item.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
  const points = (amount: bigint) => words(language, 'statement')('points', { amount: pointsText(amount, language) });
  const { side, post, readings, seconds, left, own } = item;
  return (
    <article
      aria-label={item.by.name}
      className="grid gap-5 rounded-[14px] border border-line bg-raised p-5 lg:grid-cols-[minmax(0,1fr)_300px]"
    >
      <div className="grid min-w-0 content-start gap-3 text-sm">
        <h2 className="font-semibold text-base" dir="auto">
          {t(`admin.${side}`, { name: item.by.name, week: item.epoch })}
        </h2>
        <p dir="auto" className="[overflow-wrap:anywhere]">
          {post?.path ? (
            <a className="link" href={post.path}>
              {post.title}
            </a>
          ) : (
            words(language, 'statement')(side === 'read' ? 'gone' : 'few')
          )}
        </p>
        <p className="text-soft">
          {t('admin.line', { count: readings, time: timeText(seconds, language), amount: points(item.amount) })}
          <LeftOut left={left} language={language} />
        </p>
        <section className="border-amber-fill border-s-3 ps-4">
          <p className="font-semibold">{t(`reasons.${item.reason}`)}</p>
          <p dir="auto" className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
            {item.words}
          </p>
          <p className="mt-1 text-[13px] text-faint">
            <time dateTime={item.createdAt.toISOString()}>{date}</time>
          </p>
        </section>
        <p>{item.most > 0n ? t('admin.most', { amount: points(item.most) }) : t('admin.most-nothing')}</p>
      </div>
      <div>
        {own ? (
          <Notice>{t('admin.bar-own')}</Notice>
        ) : (
          <ActionForm
            action={action}
            errorWords={errorWords(language)}
            submit={t('admin.send')}
            label={t('admin.answer-of', { name: item.by.name })}
            fields={[
              { kind: 'hidden', name: 'disputeId', value: item.id },
              {
                kind: 'select',
                name: 'outcome',
                label: t('admin.outcome'),
                value: '',
                options: [
                  { value: '', label: t('choose') },
                  { value: 'upheld', label: t('admin.upheld') },
                  { value: 'declined', label: t('admin.declined') },
                ],
              },
              { kind: 'area', name: 'answer', label: t('admin.words'), rows: 4, maxLength: MAX_WORDS, dir: 'auto' },
            ]}
          />
        )}
      </div>
    </article>
  );
}
