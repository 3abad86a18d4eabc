'use client';
import { useEffect, useRef } from 'react';
import { READ_SECONDS } from '@/lib/screening/trust';

/** Has the day counted as one of reading once the post has been read for a while; null where it is counted or nobody is signed in. */
export function useDay(mark: string | null): void {
  const first = useRef(mark);
  if (mark !== null) first.current ??= mark;
  const wanted = mark !== null;
  useEffect(() => {
    const post = document.querySelector('[data-blocks]');
    if (!wanted || !first.current || !post) return;
    const given = { mark: first.current, seconds: READ_SECONDS, post };
    let end: (() => void) | undefined;
    let left = false;
    // A file of its own, which no guest is sent.
    import('./day').then(
      ({ waitForDay }) => {
        if (!left) end = waitForDay(given);
      },
      () => undefined,
    );
    return () => {
      left = true;
      end?.();
    };
  }, [wanted]);
}
