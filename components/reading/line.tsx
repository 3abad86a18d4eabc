'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { keepLine, lineIsOff } from './line-kept';

export interface LineWords {
  /** Contains `{minutes}`. */
  today: string;
  on: string;
  fault: string;
  hide: string;
  more: string;
}

interface LineProps {
  postId: string;
  language: string;
  /** Seconds of today when the page was opened. */
  today: number;
  /** Whether reading here can move anything. */
  moves: boolean;
  words: LineWords;
}

/** "+4 min today", which can be switched off; and, where beats do not get through, that nothing is measured. */
export function Line({ postId, language, today, moves, words }: LineProps) {
  const [seconds, setSeconds] = useState(today);
  const [fault, setFault] = useState(false);
  const [off, setOff] = useState(lineIsOff);
  useEffect(() => {
    let end: (() => void) | undefined;
    let left = false;
    // A file of its own, which nobody is sent who is not measured.
    import('./tracker').then(
      ({ track }) => {
        const blocks = [...(document.querySelector('[data-blocks]')?.children ?? [])];
        if (!left) end = track({ postId, blocks, onToday: setSeconds, onFault: setFault });
      },
      () => setFault(true),
    );
    return () => {
      left = true;
      end?.();
    };
  }, [postId]);
  const minutes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(seconds / 60);
  const hide = () => {
    keepLine(false);
    setOff(true);
  };
  return (
    <div className="no-print mt-6 flex min-h-11 flex-wrap items-center gap-x-3 text-[13px] text-soft">
      {fault || off ? null : (
        <>
          <p className="tabular-nums">{moves && seconds > 0 ? words.today.replace('{minutes}', minutes) : words.on}</p>
          <a className="link inline-flex min-h-11 items-center" href="/settings#reading">
            {words.more}
          </a>
          <Button type="button" kind="ghost" small className="min-h-11!" onClick={hide}>
            {words.hide}
          </Button>
        </>
      )}
      <p role="status">{fault ? words.fault : null}</p>
    </div>
  );
}
