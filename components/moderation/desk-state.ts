import type { ReactNode } from 'react';

export type Decision = 'approve' | 'remove';

export interface DeskEntry {
  id: string;
  revision: number;
  /** The last decision known with it; a decision about it says so again. */
  seen: string;
  name: string;
  label: string;
  can: readonly Decision[];
  /** The comment in its context; what is decided about it stands beside. */
  content: ReactNode;
}

export interface Made {
  batchId: string;
  ids: string[];
  decision: Decision;
  reason: string;
}

export type Standing = { kind: 'waiting'; error?: string } | { kind: 'sending' | 'done'; made: Made } | { kind: 'told'; said: string };

/** What a decision or its undoing came to, one item each, in words where it did not come to pass. */
export type Told = { id: string; kind: 'done'; seen: string } | { id: string; kind: 'already' | 'failed'; said: string };

/** How an item stands for everyone; `decision` is of another moderator. */
export interface Polled {
  id: string;
  looking: string;
  decision: { id: string; undone: boolean; said: string } | null;
}

export interface Desk {
  standing: Readonly<Record<string, Standing>>;
  seen: Readonly<Record<string, string>>;
  looking: Readonly<Record<string, string>>;
  picked: readonly string[];
  made: readonly Made[];
  focus: string | null;
  /** Grows when the page, not the person, moves the focus. */
  turn: number;
  said: string;
}

export type Step =
  | { do: 'look'; id: string }
  | { do: 'go'; id: string | null }
  | { do: 'pick'; id: string }
  | { do: 'unpick' }
  | { do: 'decide'; made: Made; next: string | null; said: string }
  | { do: 'answered'; made: Made; told: readonly Told[] }
  | { do: 'undo'; made: Made; said: string }
  | { do: 'undone'; told: readonly Told[] }
  | { do: 'polled'; all: readonly Polled[] };

export const emptyDesk = (entries: readonly DeskEntry[]): Desk => ({
  standing: {},
  seen: Object.fromEntries(entries.map(({ id, seen }) => [id, seen])),
  looking: {},
  picked: [],
  made: [],
  focus: entries[0]?.id ?? null,
  turn: 0,
  said: '',
});

export const standingOf = (desk: Desk, id: string): Standing => desk.standing[id] ?? { kind: 'waiting' };
export const waits = (desk: Desk, id: string): boolean => standingOf(desk, id).kind === 'waiting';

const all = (ids: readonly string[], standing: Standing): Record<string, Standing> => Object.fromEntries(ids.map((id) => [id, standing]));

/** The desk after a step. What the server says about an item counts only where it is about this decision of it. */
export function after(desk: Desk, step: Step): Desk {
  switch (step.do) {
    case 'look':
      return { ...desk, focus: step.id };
    case 'go':
      return { ...desk, focus: step.id, turn: desk.turn + 1 };
    case 'pick':
      return { ...desk, picked: desk.picked.includes(step.id) ? desk.picked.filter((id) => id !== step.id) : [...desk.picked, step.id] };
    case 'unpick':
      return { ...desk, picked: [] };
    case 'decide': {
      const { made, next, said } = step;
      return {
        ...desk,
        standing: { ...desk.standing, ...all(made.ids, { kind: 'sending', made }) },
        picked: desk.picked.filter((id) => !made.ids.includes(id)),
        made: [...desk.made, made],
        focus: next,
        turn: desk.turn + 1,
        said,
      };
    }
    case 'answered':
      return step.told.reduce((now, told) => answered(now, step.made, told), desk);
    case 'undo': {
      const { made } = step;
      return {
        ...desk,
        standing: { ...desk.standing, ...all(made.ids, { kind: 'waiting' }) },
        made: desk.made.filter(({ batchId }) => batchId !== made.batchId),
        focus: made.ids[0] ?? null,
        turn: desk.turn + 1,
        said: step.said,
      };
    }
    case 'undone':
      return step.told.reduce(undone, desk);
    case 'polled':
      return step.all.reduce(polled, desk);
  }
}

function answered(desk: Desk, made: Made, told: Told): Desk {
  const standing = standingOf(desk, told.id);
  // Undone meanwhile.
  if (standing.kind !== 'sending' || standing.made.batchId !== made.batchId) return desk;
  if (told.kind === 'done') return moved(desk, told.id, { kind: 'done', made }, told.seen);
  const rest = { ...made, ids: made.ids.filter((id) => id !== told.id) };
  const others = desk.made.filter(({ batchId }) => batchId !== made.batchId);
  const kept = desk.made.find(({ batchId }) => batchId === made.batchId);
  const left = { ...rest, ids: (kept ?? rest).ids.filter((id) => id !== told.id) };
  const next = { ...desk, made: left.ids.length > 0 ? [...others, left] : others, said: told.said };
  return moved(next, told.id, told.kind === 'already' ? { kind: 'told', said: told.said } : { kind: 'waiting', error: told.said });
}

function undone(desk: Desk, told: Told): Desk {
  if (!waits(desk, told.id)) return desk;
  if (told.kind === 'done') return { ...desk, seen: { ...desk.seen, [told.id]: told.seen } };
  return moved({ ...desk, said: told.said }, told.id, { kind: 'told', said: told.said });
}

function polled(desk: Desk, { id, looking, decision }: Polled): Desk {
  const now = { ...desk, looking: { ...desk.looking, [id]: looking } };
  const standing = standingOf(desk, id);
  if (!decision || decision.id === desk.seen[id]) return now;
  if (decision.undone) return standing.kind === 'told' || waits(desk, id) ? moved(now, id, { kind: 'waiting' }, decision.id) : now;
  if (standing.kind !== 'waiting') return now;
  const told = moved(now, id, { kind: 'told', said: decision.said });
  return { ...told, picked: told.picked.filter((one) => one !== id), said: decision.said };
}

const moved = (desk: Desk, id: string, standing: Standing, seen = desk.seen[id] ?? ''): Desk => ({
  ...desk,
  standing: { ...desk.standing, [id]: standing },
  seen: { ...desk.seen, [id]: seen },
});

/** Who is next to be looked at after these were decided: the next that waits, else the last before. */
export function nextAfter(desk: Desk, order: readonly string[], ids: readonly string[]): string | null {
  const still = (id: string): boolean => waits(desk, id) && !ids.includes(id);
  const at = Math.max(...ids.map((id) => order.indexOf(id)));
  return order.slice(at + 1).find(still) ?? order.slice(0, at).findLast(still) ?? null;
}
