import type { ReactNode } from 'react';

/** To lower is to keep a comment, and to count the reports about it against it; to rebuke is to approve it against reports sent to harm. */
export type Decision = 'approve' | 'lower' | 'rebuke' | 'remove';

export const DECISIONS: readonly Decision[] = ['approve', 'lower', 'rebuke', 'remove'];

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
  note: string;
}

export type Standing =
  /** `kept` is what was decided and not saved; `undoing` what is saved and being taken back. */
  | { kind: 'waiting'; error?: string; kept?: Made; undoing?: Made }
  | { kind: 'sending'; made: Made }
  | { kind: 'done'; made: Made; error?: string }
  | { kind: 'told'; said: string };

/** What a decision or its undoing came to, one item each, in words where it did not come to pass; `unsent` is: nobody answered. */
export type Told = { id: string; kind: 'done'; seen: string } | { id: string; kind: 'already' | 'failed' | 'unsent'; said: string };

/** How an item stands for everyone; `decision` is of another moderator. */
export interface Polled {
  id: string;
  looking: string;
  decision: { id: string; undone: boolean; said: string } | null;
}

export interface Desk {
  entries: readonly DeskEntry[];
  /** Where the items after these begin; null when these are all. */
  cursor: string | null;
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

export const emptyDesk = ({ entries, cursor }: Pick<Desk, 'entries' | 'cursor'>): Desk => ({
  entries,
  cursor,
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

/** Who is next to be looked at after these were decided: the next that waits, else the last before. */
export function nextAfter(desk: Desk, ids: readonly string[]): string | null {
  const order = desk.entries.map(({ id }) => id);
  const still = (id: string): boolean => waits(desk, id) && !ids.includes(id);
  const at = Math.max(...ids.map((id) => order.indexOf(id)));
  return order.slice(at + 1).find(still) ?? order.slice(0, at).findLast(still) ?? null;
}
