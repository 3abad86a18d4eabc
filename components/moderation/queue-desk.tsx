'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/components/ui/use-form-action';
import type { ErrorWords } from '@/lib/core/error-words';
import { BulkBar } from './bulk-bar';
import { type Polled, standingOf, waits } from './desk';
import { DeskEnd } from './desk-end';
import { Entry } from './entry';
import { openReasons } from './reasons';
import { Shortcuts } from './shortcuts';
import { type DeskParts, useDesk } from './use-desk';
import { useKeys } from './use-keys';
import { useWatch } from './use-watch';

export interface QueueDeskProps extends DeskParts {
  errorWords: ErrorWords;
  /** The address of this list, to come back to, and of what is left after it. */
  back: string;
  next: string;
  form: FormAction;
  ask: (ids: readonly string[]) => Promise<readonly Polled[]>;
  say: (id: string) => Promise<void>;
  /** The links to other pages of the list. */
  children: ReactNode;
}

/** The moderator's desk: each item is a form by itself; with scripts, keys decide at once and the sending follows. */
export function QueueDesk({ errorWords, back, next, form, ask, say, children, ...parts }: QueueDeskProps) {
  const { words } = parts;
  const { desk, step, decide, undo, hurry, sending } = useDesk(parts);
  const [live, setLive] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const order = desk.entries.map(({ id }) => id);
  const move = (by: 1 | -1) => {
    const waiting = order.filter((id) => waits(desk, id) || id === desk.focus);
    const here = document.activeElement?.closest('li[data-standing]');
    // The first key shows where it is before it moves on.
    const at = waiting.indexOf(desk.focus ?? '');
    const to = here || desk.turn > 0 ? waiting[at + by] : waiting[Math.max(at, 0)];
    if (to) step({ do: 'go', id: to });
  };
  const chosen = desk.picked.length > 0 ? desk.picked : desk.focus ? [desk.focus] : [];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => decide(chosen, ['approve', '', '']),
    l: () => decide(chosen, ['lower', '', '']),
    h: () => decide(chosen, ['rebuke', '', '']),
    r: () => {
      const details = document.querySelector<HTMLDetailsElement>(desk.picked.length > 0 ? '#bulk details' : `#d-${desk.focus} details`);
      if (!details) return;
      details.open = true;
      // At once: the digit may follow before the browser says that it opened.
      openReasons(details);
    },
    x: () => desk.focus && waits(desk, desk.focus) && step({ do: 'pick', id: desk.focus }),
    u: () => undo(desk.made.at(-1)),
    '/': () => document.getElementById('queue-search')?.focus(),
    '?': () => dialog.current?.showModal(),
    escape: () => step({ do: 'unpick' }),
  });
  useWatch({
    ids: order.filter((id) => !['sending', 'done'].includes(standingOf(desk, id).kind)),
    focus: live ? desk.focus : null,
    ask,
    say,
    polled: (all) => step({ do: 'polled', all }),
  });
  useEffect(() => setLive(true), []);
  const { turn, focus } = desk;
  useEffect(() => {
    if (turn === 0) return;
    const to = document.querySelector<HTMLElement>(focus ? `#q-${focus} article` : '#q-end a');
    to?.focus({ preventScroll: true });
    to?.scrollIntoView({ block: 'nearest' });
  }, [turn, focus]);
  return (
    <div className="grid gap-3" data-live={live || undefined} data-sending={sending === 'empty' ? undefined : true}>
      <div className="no-print -mb-2 hidden justify-end sm:flex">{live ? <Shortcuts words={words} dialog={dialog} /> : null}</div>
      <ul aria-label={words.list} className="grid gap-3">
        {desk.entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            standing={standingOf(desk, entry.id)}
            seen={desk.seen[entry.id] ?? ''}
            looking={desk.looking[entry.id] ?? ''}
            picked={desk.picked.includes(entry.id)}
            current={live && focus === entry.id}
            action={form}
            back={back}
            words={words}
            errorWords={errorWords}
            look={() => focus !== entry.id && step({ do: 'look', id: entry.id })}
            pick={() => step({ do: 'pick', id: entry.id })}
            decide={(...made) => decide([entry.id], made)}
            undo={undo}
          />
        ))}
      </ul>
      {order.some((id) => waits(desk, id)) ? null : (
        <DeskEnd href={next} coming={desk.cursor !== null} sending={sending !== 'empty'} hurry={hurry} words={words} />
      )}
      <div role="status">{sending === 'troubled' ? <Notice tone="bad">{words.unanswered}</Notice> : null}</div>
      <BulkBar
        live={live}
        count={desk.picked.length}
        action={form}
        back={back}
        words={words}
        errorWords={errorWords}
        decide={(...made) => decide(desk.picked, made)}
        clear={() => step({ do: 'unpick' })}
      />
      <p role="status" aria-live="polite" className="sr-only">
        {desk.said}
      </p>
      {/* The next page comes by itself; it need not be gone to. */}
      {live ? null : children}
    </div>
  );
}
