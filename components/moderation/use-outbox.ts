'use client';
import { useEffect, useRef, useState } from 'react';
import type { Told } from './desk';
import { type DeskStep, makeOutbox, type Outbox, type Reply } from './outbox';

export interface Sends {
  send: (steps: readonly DeskStep[]) => Promise<Reply>;
  answered: (step: DeskStep, told: readonly Told[]) => void;
}

/** The outbox of a desk, which a page that goes away empties first; and whether something in it finds no answer. */
export function useOutbox(sends: Sends): [Outbox, boolean] {
  const now = useRef(sends);
  useEffect(() => {
    now.current = sends;
  });
  const [troubled, setTroubled] = useState(false);
  const [outbox] = useState(() =>
    makeOutbox({
      send: (steps) => now.current.send(steps),
      answered: (step, told) => now.current.answered(step, told),
      trouble: setTroubled,
    }),
  );
  useEffect(() => {
    const leave = () => outbox.flush();
    const hide = () => document.visibilityState === 'hidden' && outbox.hurry();
    const guard = (event: BeforeUnloadEvent) => outbox.troubled() && event.preventDefault();
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', guard);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', guard);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [outbox]);
  return [outbox, troubled];
}
