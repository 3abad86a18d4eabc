'use client';
import { useEffect } from 'react';
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

/** Room for the bar under whatever is brought into view. */
const ROOM = '96px';

/** One decision about all that are selected: on a phone a row along the lower edge, with room for it under the list. */
export function BulkBar({ live, count, action, back, words, errorWords, decide, clear }: BulkBarProps) {
  const bulk = live && count > 0;
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = bulk ? ROOM : '';
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, [bulk]);
  return (
    <div
      className={classes(
        'gap-x-2 gap-y-3 border-edge bg-raised sm:gap-3',
        bulk
          ? 'sticky bottom-0 z-10 -mx-5 flex max-h-[85dvh] flex-wrap items-start overflow-y-auto border-t px-4 py-3 sm:bottom-3 sm:mx-0 sm:rounded-[14px] sm:border sm:p-4 sm:shadow-lg'
          : live
            ? 'hidden'
            : 'grid rounded-[14px] border p-4',
      )}
    >
      <p className="flex min-h-11 items-center font-medium text-sm">{bulk ? filled(words.selected, { count }) : words.select}</p>
      <Decisions id="bulk" can={['approve', 'remove']} action={action} back={back} words={words} errorWords={errorWords} decide={decide} />
      {bulk ? (
        <Button type="button" kind="ghost" className="ms-auto px-2! sm:px-4!" onClick={clear}>
          {words.clear}
        </Button>
      ) : null}
    </div>
  );
}
