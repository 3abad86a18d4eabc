'use client';
import { Button } from '@/components/ui/button';
import { classes } from '@/components/ui/classes';
import type { FormAction } from '@/components/ui/use-form-action';
import type { ErrorWords } from '@/lib/core/error-words';
import { Decisions } from './decisions';
import type { Decision } from './desk';
import { type DeskWords, filled } from './desk-words';

interface BulkBarProps {
  /** Whether scripts run; without them it stands below the list, whatever is selected. */
  live: boolean;
  count: number;
  action: FormAction;
  back: string;
  words: DeskWords;
  errorWords: ErrorWords;
  decide: (decision: Decision, reason: string, note: string) => void;
  clear: () => void;
}

/** One decision about all that are selected. */
export function BulkBar({ live, count, action, back, words, errorWords, decide, clear }: BulkBarProps) {
  const bulk = live && count > 0;
  return (
    <div
      className={classes(
        'gap-3 rounded-[14px] border border-edge bg-raised p-4',
        bulk ? 'sticky bottom-3 z-10 flex flex-wrap items-start shadow-lg' : live ? 'hidden' : 'grid',
      )}
    >
      <p className="flex min-h-11 items-center font-medium text-sm">{bulk ? filled(words.selected, { count }) : words.select}</p>
      <Decisions id="bulk" can={['approve', 'remove']} action={action} back={back} words={words} errorWords={errorWords} decide={decide} />
      {bulk ? (
        <Button type="button" kind="ghost" className="ms-auto" onClick={clear}>
          {words.clear}
        </Button>
      ) : null}
    </div>
  );
}
