import { type Desk, type DeskEntry, type Made, nextAfter, type Polled, type Standing, standingOf, type Told, waits } from './desk';
import { answered, polled, undone } from './desk-answers';

export type Step =
  | { do: 'look'; id: string }
  | { do: 'go'; id: string | null }
  | { do: 'pick'; id: string }
  | { do: 'unpick' }
  | { do: 'decide'; made: Made; said: string }
  | { do: 'answered'; batchId: string; told: readonly Told[] }
  | { do: 'undo'; made: Made; said: string }
  | { do: 'undone'; told: readonly Told[] }
  | { do: 'polled'; all: readonly Polled[] }
  | { do: 'further'; entries: readonly DeskEntry[]; cursor: string | null };

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
      const { made, said } = step;
      return {
        ...desk,
        standing: { ...desk.standing, ...each(made.ids, () => ({ kind: 'sending', made })) },
        picked: desk.picked.filter((id) => !made.ids.includes(id)),
        made: [...desk.made, made],
        focus: nextAfter(desk, made.ids),
        turn: desk.turn + 1,
        said,
      };
    }
    case 'answered':
      return step.told.reduce((now, told) => answered(now, step.batchId, told), desk);
    case 'undo': {
      const { made } = step;
      const saved = (id: string): boolean => standingOf(desk, id).kind === 'done';
      return {
        ...desk,
        standing: {
          ...desk.standing,
          ...each(made.ids, (id) => ({ kind: 'waiting', ...(saved(id) ? { undoing: { ...made, ids: [id] } } : {}) })),
        },
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
    case 'further':
      return further(desk, step);
  }
}

/** Puts the next items under those that are there; whoever came to the end goes on with the first of them. */
function further(desk: Desk, { entries, cursor }: { entries: readonly DeskEntry[]; cursor: string | null }): Desk {
  const known = new Set(desk.entries.map(({ id }) => id));
  const more = entries.filter(({ id }) => !known.has(id));
  const seen = { ...desk.seen, ...Object.fromEntries(more.map((entry) => [entry.id, entry.seen])) };
  const now = { ...desk, entries: [...desk.entries, ...more], cursor, seen };
  if (desk.focus && waits(desk, desk.focus)) return now;
  return { ...now, focus: more[0]?.id ?? null, turn: now.turn + 1 };
}

const each = (ids: readonly string[], standing: (id: string) => Standing): Record<string, Standing> =>
  Object.fromEntries(ids.map((id) => [id, standing(id)]));
