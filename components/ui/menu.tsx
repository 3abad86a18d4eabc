'use client';
import { type ReactNode, useEffect, useRef } from 'react';

/** A button that opens a small sheet; works without JavaScript, with it Escape and a press elsewhere close it. */
export function Menu({ label, button, children }: { label: string; button: ReactNode; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        menu.querySelector('summary')?.focus();
      } else if (menu.contains(event.target as Node)) return;
      menu.open = false;
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, []);
  return (
    <details ref={ref} className="relative">
      <summary aria-label={label} className="inline-flex min-h-9 items-center justify-center rounded-full text-[13px]">
        {button}
      </summary>
      <div className="absolute end-0 z-20 mt-2 grid min-w-56 gap-0.5 rounded-[14px] border border-line bg-raised p-2 shadow-lg">
        {children}
      </div>
    </details>
  );
}
