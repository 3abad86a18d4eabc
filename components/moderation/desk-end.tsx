'use client';
import { type MouseEvent, useEffect, useState } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import type { DeskWords } from './desk-words';

interface DeskEndProps {
  href: string;
  /** Whether the next items are on their way. */
  coming: boolean;
  /** Whether decisions are still being saved. */
  sending: boolean;
  hurry: () => void;
  words: DeskWords;
}

/** What stands where nothing waits any more. Goes on once all is saved, so that nothing decided comes up again. */
export function DeskEnd({ href, coming, sending, hurry, words }: DeskEndProps) {
  const [going, setGoing] = useState(false);
  useEffect(() => {
    if (going && !sending) location.assign(href);
  }, [going, sending, href]);
  const go = (event: MouseEvent) => {
    if (!sending || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setGoing(true);
    hurry();
  };
  return (
    <div id="q-end" className="grid justify-items-center gap-3 py-8 text-center text-soft">
      <p>{coming ? words.coming : words.end}</p>
      {coming ? null : (
        <ButtonLink href={href} onClick={go} aria-busy={going || undefined}>
          {words.next}
        </ButtonLink>
      )}
    </div>
  );
}
