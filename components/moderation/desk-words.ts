import type { Decision } from './desk';

/** The words of the desk, finished but for `{name}` and `{count}`. */
export interface DeskWords {
  approve: string;
  lower: string;
  rebuke: string;
  remove: string;
  removeNow: string;
  reason: string;
  note: string;
  reasons: readonly { value: string; label: string }[];
  select: string;
  selected: string;
  clear: string;
  made: Record<Decision, string>;
  undo: string;
  undone: string;
  sending: string;
  unanswered: string;
  coming: string;
  end: string;
  next: string;
  list: string;
  shortcuts: string;
  close: string;
  keys: readonly { key: string; does: string }[];
}

export const filled = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
