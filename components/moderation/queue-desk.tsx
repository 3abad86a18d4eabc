'use client';
import { useEffect, useReducer, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { classes } from '@/components/ui/classes';
import type { FormAction } from '@/components/ui/use-form-action';
import type { Answer } from '@/lib/core/answer';
import type { ErrorWords } from '@/lib/core/error-words';
import { Decisions } from './decisions';
import {
  after,
  type Decision,
  type DeskEntry,
  emptyDesk,
  type Made,
  nextAfter,
  type Polled,
  standingOf,
  type Told,
  waits,
} from './desk-state';
import { type DeskWords, filled } from './desk-words';
import { Entry } from './entry';
import { keepReason, openReasons } from './reasons';
import { Shortcuts } from './shortcuts';
import { useKeys } from './use-keys';
import { useWatch } from './use-watch';

export interface QueueDeskProps {
  entries: readonly DeskEntry[];
  words: DeskWords;
  errorWords: ErrorWords;
  /** The address of this list, to come back to, and of the items after these. */
  back: string;
  next: string;
  form: FormAction;
  decide: (input: unknown) => Promise<Answer<Told[]>>;
  undo: (input: unknown) => Promise<Answer<Told[]>>;
  ask: (ids: readonly string[]) => Promise<readonly Polled[]>;
  say: (id: string) => Promise<void>;
}

/** The moderator's desk: each item is a form by itself; with scripts, keys decide at once and the sending follows. */
export function QueueDesk({ entries, words, errorWords, back, next, form, ...sends }: QueueDeskProps) {
  const [desk, step] = useReducer(after, entries, emptyDesk);
  const [live, setLive] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const order = entries.map(({ id }) => id);
  const nameOf = (ids: readonly string[]) => entries.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ');
  const allIn = (ids: readonly string[], answer: Answer<Told[]> | null): Told[] => {
    if (answer?.kind === 'done') return answer.value;
    const said =
      answer?.kind === 'bug'
        ? errorWords.bug.replace('{id}', answer.id)
        : errorWords.reasons[answer?.kind === 'refused' ? answer.reason : 'offline'];
    return ids.map((id) => ({ id, kind: 'failed', said }));
  };
  const decide = async (ids: readonly string[], [decision, reason, note]: [Decision, string, string]) => {
    const items = entries.filter(({ id, can }) => ids.includes(id) && can.includes(decision) && waits(desk, id));
    if (items.length === 0) return;
    if (reason) keepReason(reason);
    const made: Made = { batchId: crypto.randomUUID(), ids: items.map(({ id }) => id), decision, reason };
    step({ do: 'decide', made, next: nextAfter(desk, order, made.ids), said: filled(words.made[decision], { name: nameOf(made.ids) }) });
    const input = { items: items.map(({ id, revision }) => ({ commentId: id, revision, seen: desk.seen[id] })), decision, reason, note };
    const answer = await sends.decide({ ...input, batchId: made.batchId }).catch(() => null);
    step({ do: 'answered', made, told: allIn(made.ids, answer) });
  };
  const undo = async (made: Made | undefined) => {
    if (!made) return;
    step({ do: 'undo', made, said: filled(words.undone, { name: nameOf(made.ids) }) });
    const answer = await sends.undo({ batchId: made.batchId }).catch(() => null);
    step({ do: 'undone', told: allIn(made.ids, answer) });
  };
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
    a: () => void decide(chosen, ['approve', '', '']),
    r: () => {
      const details = document.querySelector<HTMLDetailsElement>(desk.picked.length > 0 ? '#bulk details' : `#d-${desk.focus} details`);
      if (!details) return;
      details.open = true;
      // At once: the digit may follow before the browser says that it opened.
      openReasons(details);
    },
    x: () => desk.focus && waits(desk, desk.focus) && step({ do: 'pick', id: desk.focus }),
    u: () => void undo(desk.made.at(-1)),
    '/': () => document.getElementById('queue-search')?.focus(),
    '?': () => dialog.current?.showModal(),
    escape: () => step({ do: 'unpick' }),
  });
  useWatch({
    ids: order.filter((id) => !['sending', 'done'].includes(standingOf(desk, id).kind)),
    focus: live ? desk.focus : null,
    ask: sends.ask,
    say: sends.say,
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
  const left = order.some((id) => waits(desk, id));
  const bulk = live && desk.picked.length > 0;
  return (
    <div className="grid gap-3" data-live={live || undefined}>
      <div className="no-print -mb-2 hidden justify-end sm:flex">{live ? <Shortcuts words={words} dialog={dialog} /> : null}</div>
      <ul aria-label={words.list} className="grid gap-3">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            standing={standingOf(desk, entry.id)}
            seen={desk.seen[entry.id] ?? ''}
            looking={desk.looking[entry.id] ?? ''}
            picked={desk.picked.includes(entry.id)}
            current={live && desk.focus === entry.id}
            action={form}
            back={back}
            words={words}
            errorWords={errorWords}
            look={() => desk.focus !== entry.id && step({ do: 'look', id: entry.id })}
            pick={() => step({ do: 'pick', id: entry.id })}
            decide={(...made) => void decide([entry.id], made)}
            undo={(made) => void undo(made)}
          />
        ))}
      </ul>
      {left ? null : (
        <div id="q-end" className="grid justify-items-center gap-3 py-8 text-center text-soft">
          <p>{words.end}</p>
          <ButtonLink href={next}>{words.next}</ButtonLink>
        </div>
      )}
      <div
        className={classes(
          'gap-3 rounded-[14px] border border-edge bg-raised p-4',
          bulk ? 'sticky bottom-3 z-10 flex flex-wrap items-start shadow-lg' : live ? 'hidden' : 'grid',
        )}
      >
        <p className="flex min-h-11 items-center font-medium text-sm">
          {bulk ? filled(words.selected, { count: desk.picked.length }) : words.select}
        </p>
        <Decisions
          id="bulk"
          can={['approve', 'remove']}
          action={form}
          back={back}
          words={words}
          errorWords={errorWords}
          decide={(...made) => void decide(desk.picked, made)}
        />
        {bulk ? (
          <Button type="button" kind="ghost" className="ms-auto" onClick={() => step({ do: 'unpick' })}>
            {words.clear}
          </Button>
        ) : null}
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {desk.said}
      </p>
    </div>
  );
}
