import { Notice } from '@/components/ui/notice';
import { formats, words } from '@/lib/core/words';
import type { Decision } from '@/lib/moderation/appeals';
import { outcomeWords } from '@/lib/moderation/outcome-words';

interface ReceiptProps {
  appeal: NonNullable<Decision['appeal']>;
  /** Against a sanction, and not about a comment. */
  ofSanction?: boolean;
  /** What came of it, where that is said in other words. */
  outcome?: string | undefined;
  language: string;
}

/** That an appeal was taken, and what came of it. */
export function Receipt({ appeal, ofSanction = false, outcome, language }: ReceiptProps) {
  const t = words(language, 'appeals');
  const date = formats(language).dateTime(appeal.createdAt, { dateStyle: 'long' });
  return (
    <div role="status">
      <Notice tone={appeal.outcome === 'reversed' || appeal.outcome === 'released' ? 'ok' : appeal.outcome === null ? 'amber' : 'plain'}>
        <p className="font-semibold tabular-nums">{t('told.receipt', { receipt: appeal.receipt })}</p>
        <p className="mt-1">{outcome ?? outcomeWords(language, appeal.outcome, ofSanction)}</p>
        {appeal.answer ? (
          <p dir="auto" className="mt-1 whitespace-pre-line">
            {t('told.said', { said: appeal.answer })}
          </p>
        ) : null}
        <p dir="auto" className="mt-2 whitespace-pre-line text-soft">
          {t('told.sent', { date })} {t('told.your-words', { text: appeal.text })}
        </p>
      </Notice>
    </div>
  );
}
