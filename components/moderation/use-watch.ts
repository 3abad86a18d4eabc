'use client';
import { useEffect, useRef } from 'react';
import type { Polled } from './desk-state';

const ASK_EVERY = 10_000;
const SAY_AFTER = 700;
const SAY_EVERY = 20_000;

interface Watch {
  ids: readonly string[];
  focus: string | null;
  ask: (ids: readonly string[]) => Promise<readonly Polled[]>;
  say: (id: string) => Promise<void>;
  polled: (all: readonly Polled[]) => void;
}

/** While the page is looked at: asks how its items stand, and says which of them is looked at. */
export function useWatch(watch: Watch): void {
  const now = useRef(watch);
  useEffect(() => {
    now.current = watch;
  });
  useEffect(() => {
    const ask = async () => {
      const { ids, ask: send, polled } = now.current;
      if (document.visibilityState === 'visible' && ids.length > 0) polled(await send(ids));
    };
    void ask();
    const timer = setInterval(ask, ASK_EVERY);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);
  const { focus } = watch;
  useEffect(() => {
    if (!focus) return;
    const say = () => void (document.visibilityState === 'visible' && now.current.say(focus));
    // Who only passes by does not look.
    const first = setTimeout(say, SAY_AFTER);
    const again = setInterval(say, SAY_EVERY);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [focus]);
}
