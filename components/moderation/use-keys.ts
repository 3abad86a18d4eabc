'use client';
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (() => void) | undefined>>;

const TYPED_INTO = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [data-reasons]';

/** Single keys for the whole page; never with a modifier, nor where something is typed. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  useEffect(() => {
    now.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return;
      // Caps Lock is no modifier; Shift is, but for the signs that need it.
      const run = now.current[event.shiftKey ? event.key : event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
