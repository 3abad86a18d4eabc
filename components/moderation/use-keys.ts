'use client';
import { useEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (() => void) | undefined>>;

const TYPED_INTO = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [data-reasons]';

const MOVES = new Set(['j', 'k']);

/**
 * What a key says, in Latin letters and digits: where a keyboard has others (Arabic, Cyrillic, Greek), by its place on it. Caps Lock is no
 * modifier; Shift is, but for the signs that need it.
 */
export function keyOf({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  const [, latin] = /^[^\0-\x7f]$/u.test(key) ? (/^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? []) : [];
  if (latin) return shiftKey ? latin : latin.toLowerCase();
  return shiftKey ? key : key.toLowerCase();
}

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
      const run = now.current[keyOf(event)];
      if (!run) return;
      event.preventDefault();
      // A key that is held down moves on, and decides nothing that was not looked at.
      if (!event.repeat || MOVES.has(keyOf(event))) run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
