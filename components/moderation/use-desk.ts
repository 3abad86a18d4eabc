'use client';
import { useReducer } from 'react';
import { type Decision, type Desk, type DeskEntry, emptyDesk, type Made, waits } from './desk';
import { after, type Step } from './desk-state';
import { type DeskWords, filled } from './desk-words';
import type { OutboxState } from './outbox';
import { keepReason } from './reasons';
import { type Further, useFurther } from './use-further';
import { type Sends, useOutbox } from './use-outbox';

export interface DeskParts {
  entries: readonly DeskEntry[];
  cursor: string | null;
  words: DeskWords;
  send: Sends['send'];
  further: (after: string) => Promise<Further>;
}

export interface UsedDesk {
  desk: Desk;
  step: (step: Step) => void;
  decide: (ids: readonly string[], made: readonly [Decision, string, string]) => void;
  undo: (made: Made | undefined) => void;
  /** Sends at once what waits to be sent. */
  hurry: () => void;
  sending: OutboxState;
}

/** The desk's state, what is done on it, and what is sent and brought behind it. */
export function useDesk({ entries, cursor, words, send, further }: DeskParts): UsedDesk {
  const [desk, step] = useReducer(after, { entries, cursor }, emptyDesk);
  const nameOf = (ids: readonly string[]) => desk.entries.flatMap(({ id, name }) => (ids.includes(id) ? [name] : [])).join(', ');
  const [outbox, sending] = useOutbox({
    send,
    answered: (sent, told) => step(sent.do === 'undo' ? { do: 'undone', told } : { do: 'answered', batchId: sent.batchId, told }),
  });
  const left = desk.entries.filter(({ id }) => waits(desk, id)).length;
  useFurther({ cursor: desk.cursor, left }, further, (more) => step({ do: 'further', ...more }));
  return {
    desk,
    step,
    decide(ids, [decision, reason, note]) {
      const items = desk.entries.filter(({ id, can }) => ids.includes(id) && can.includes(decision) && waits(desk, id));
      if (items.length === 0) return;
      if (reason) keepReason(reason);
      const made: Made = { batchId: crypto.randomUUID(), ids: items.map(({ id }) => id), decision, reason, note };
      step({ do: 'decide', made, said: filled(words.made[decision], { name: nameOf(made.ids) }) });
      outbox.put({
        do: 'decide',
        batchId: made.batchId,
        decision,
        reason,
        note,
        items: items.map(({ id, revision }) => ({ commentId: id, revision, seen: desk.seen[id] ?? '' })),
      });
    },
    undo(made) {
      if (!made) return;
      step({ do: 'undo', made, said: filled(words.undone, { name: nameOf(made.ids) }) });
      outbox.put({ do: 'undo', batchId: made.batchId, ids: made.ids });
    },
    hurry: outbox.hurry,
    sending,
  };
}
