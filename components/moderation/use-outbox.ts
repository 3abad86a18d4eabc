'use client';
import { useEffect, useRef, useState } from 'react';
import type { Told } from './desk';
import { type DeskStep, makeOutbox, type Outbox, type OutboxState, type Reply } from './outbox';

export interface Sends {
  send: (steps: readonly DeskStep[]) => Promise<Reply>;
  answered: (step: DeskStep, told: readonly Told[]) => void;
}

/** The outbox of a desk, which a page that goes away empties first; and how it stands. */
export function useOutbox(sends: Sends): [Outbox, OutboxState] {
  const now = useRef(sends);
  useEffect(() => {
    now.current = sends;
  });
  const [state, setState] = useState<OutboxState>('empty');
  const [outbox] = useState(() =>
    makeOutbox({
      send: (steps) => now.current.send(steps),
      answered: (step, told) => now.current.answered(step, told),
      is: setState,
    }),
  );
  useEffect(() => {
    const leave = () => outbox.flush();
    const hide = () => document.visibilityState === 'hidden' && outbox.hurry();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [outbox]);
  useEffect(() => {
    if (state !== 'troubled') return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', guard);
    return () => removeEventListener('beforeunload', guard);
  }, [state]);
  return [outbox, state];
}
