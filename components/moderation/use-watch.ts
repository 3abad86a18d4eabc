'use client';
import { useEffect, useRef } from 'react';
import type { Polled } from './desk';

const ASK_EVERY = 10_000;
const SAY_AFTER = 700;
const SAY_EVERY = 20_000;
const SAY_AGAIN = 3_000;
/** What the server answers about at once. */
const MOST_ASKED = 100;

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
      const { ids, focus: at, ask: send, polled } = now.current;
      const from = Math.max(0, ids.indexOf(at ?? ''));
      const near = [...ids.slice(from), ...ids.slice(0, from)].slice(0, MOST_ASKED);
      if (document.visibilityState === 'visible' && near.length > 0) polled(await send(near));
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
  const said = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!focus) return;
    const say = () => {
      if (document.visibilityState !== 'visible') return;
      said.current = performance.now();
      void now.current.say(focus);
    };
    // Who only passes by does not look; who is quick says so now and then.
    const first = setTimeout(say, Math.max(SAY_AFTER, said.current + SAY_AGAIN - performance.now()));
    const again = setInterval(say, SAY_EVERY);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [focus]);
}
