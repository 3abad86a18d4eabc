'use client';
import { useEffect, useRef } from 'react';
import type { DeskEntry } from './desk';

export interface Further {
  entries: readonly DeskEntry[];
  cursor: string | null;
}

/** This many before the last one the next ones are asked for. */
const NEAR = 20;

/** Brings the next items before the last is reached. Where they cannot be had, the list ends here, with the way to go on. */
export function useFurther(
  { cursor, left }: { cursor: string | null; left: number },
  load: (after: string) => Promise<Further>,
  got: (further: Further) => void,
): void {
  const asked = useRef('');
  useEffect(() => {
    if (!cursor || left > NEAR || asked.current === cursor) return;
    asked.current = cursor;
    void load(cursor)
      .catch(() => ({ entries: [], cursor: null }))
      .then(got);
  });
}
