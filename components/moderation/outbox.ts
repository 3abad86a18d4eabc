import type { Decision, Told } from './desk';

export type DeskStep =
  | { do: 'decide'; batchId: string; decision: Decision; reason: string; note: string; items: DeskItem[] }
  | { do: 'undo'; batchId: string; ids: string[] };

interface DeskItem {
  commentId: string;
  revision: number;
  seen: string;
}

/** What one sending came to: an answer to each step, or nothing that answers, or a refusal of all of it. */
export type Reply =
  | { kind: 'told'; told: readonly (readonly Told[])[] }
  | { kind: 'later'; said: string; seconds: number | null }
  | { kind: 'refused'; said: string };

/** `troubled`: what is sent was not answered, and is sent again. */
export type OutboxState = 'empty' | 'sending' | 'troubled';

interface Parts {
  send: (steps: readonly DeskStep[]) => Promise<Reply>;
  answered: (step: DeskStep, told: readonly Told[]) => void;
  is: (state: OutboxState) => void;
}

/**
 * Eight sendings in a row, then one in a second and a half: nobody waits who decides now and then, and two quick moderators at one
 * address stay under its limit of writes.
 */
const GAP = 1_500;
const IN_A_ROW = 8;
const ITEMS = 25;
const MOST_STEPS = 50;
/** What the server takes at once. */
const MOST_ITEMS = 100;
const PAUSES = [1_000, 3_000];
const LONGEST_PAUSE = 60_000;

export interface Outbox {
  put: (step: DeskStep) => void;
  /** Sends without the usual gap. */
  hurry: () => void;
  /** Sends all that is not answered yet, for a page that goes away; a thing sent twice counts once. */
  flush: () => void;
}

/**
 * Sends steps in their order, one sending at a time: what comes while one is under way goes together in the next. What nothing
 * answers is sent again, three times in all; then it and all behind it come back as `unsent`.
 */
export function makeOutbox({ send, answered, is }: Parts): Outbox {
  let queue: DeskStep[] = [];
  let under: DeskStep[] = [];
  const taken = new Set<string>();
  let running = false;
  /** When all sendings so far would have begun, each a gap after the one before. */
  let spent = 0;
  let hurry = () => {};

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (ms <= 0) return resolve();
      const timer = setTimeout(resolve, ms);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function sent(steps: readonly DeskStep[]): Promise<Reply> {
    for (const wait of [...PAUSES, null]) {
      spent = Math.max(spent, Date.now()) + GAP;
      const reply = await send(steps);
      if (reply.kind !== 'later' || wait === null) return reply;
      is('troubled');
      await pause(Math.min(LONGEST_PAUSE, reply.seconds === null ? wait : reply.seconds * 1_000));
    }
    throw new Error('not reached');
  }

  async function run(): Promise<void> {
    running = true;
    is('sending');
    while (queue.length > 0) {
      await pause(spent - (IN_A_ROW - 1) * GAP - Date.now());
      const count = fitting(queue, ITEMS);
      [under, queue] = [queue.slice(0, count), queue.slice(count)];
      for (const { batchId } of under) taken.add(batchId);
      if (under.length === 0) break;
      const reply = await sent(under);
      const given = under;
      under = [];
      is('sending');
      if (reply.kind === 'told') for (const [nth, step] of given.entries()) answered(step, reply.told[nth] ?? []);
      else {
        const back = reply.kind === 'later' ? [...given, ...queue] : given;
        if (reply.kind === 'later') queue = [];
        for (const step of back) answered(step, toldOf(step, reply.kind === 'later' ? 'unsent' : 'failed', reply.said));
      }
    }
    running = false;
    is('empty');
  }

  return {
    put(step) {
      const unsent = step.do === 'undo' && !taken.has(step.batchId) && queue.some(({ batchId }) => batchId === step.batchId);
      if (unsent) queue = queue.filter(({ batchId }) => batchId !== step.batchId);
      else queue.push(...parts(step));
      if (!running) void run();
    },
    hurry: () => hurry(),
    flush() {
      for (let rest = [...under, ...queue]; rest.length > 0; ) {
        const count = fitting(rest, MOST_ITEMS);
        void send(rest.slice(0, count));
        rest = rest.slice(count);
      }
    },
  };
}

const sizeOf = (step: DeskStep): number => (step.do === 'decide' ? step.items.length : 0);

/** How many of the first steps go together, at least one. */
function fitting(steps: readonly DeskStep[], items: number): number {
  let [sum, count] = [0, 0];
  for (const step of steps.slice(0, MOST_STEPS)) {
    sum += sizeOf(step);
    if (count > 0 && sum > items) break;
    count += 1;
  }
  return count;
}

function parts(step: DeskStep): DeskStep[] {
  if (step.do === 'undo' || step.items.length <= MOST_ITEMS) return [step];
  const { items } = step;
  return Array.from({ length: Math.ceil(items.length / MOST_ITEMS) }, (_, nth) => ({
    ...step,
    items: items.slice(nth * MOST_ITEMS, (nth + 1) * MOST_ITEMS),
  }));
}

function toldOf(step: DeskStep, kind: 'failed' | 'unsent', said: string): Told[] {
  const ids = step.do === 'decide' ? step.items.map(({ commentId }) => commentId) : step.ids;
  return ids.map((id) => ({ id, kind, said }));
}
