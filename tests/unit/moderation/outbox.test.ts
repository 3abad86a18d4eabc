import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DeskStep, makeOutbox, type OutboxState, type Reply } from '@/components/moderation/outbox';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const step = (batchId: string, items = 1): DeskStep => ({
  do: 'decide',
  batchId,
  decision: 'approve',
  reason: '',
  note: '',
  items: Array.from({ length: items }, (_, nth) => ({ commentId: `${batchId}${nth}`, revision: 1, seen: '' })),
});
const undoOf = (batchId: string): DeskStep => ({ do: 'undo', batchId, ids: [`${batchId}0`] });

/** An outbox over a server that answers after 100 ms, with what stands in `replies` first. */
function scene(replies: (Reply | 'done')[] = []) {
  const sendings: string[][] = [];
  const answers: string[] = [];
  const states: OutboxState[] = [];
  const outbox = makeOutbox({
    async send(steps) {
      sendings.push(steps.map((one) => `${one.do} ${one.batchId}`));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const reply = replies.shift() ?? 'done';
      return reply === 'done' ? { kind: 'told', told: steps.map(({ batchId }) => [{ id: batchId, kind: 'done', seen: '' }]) } : reply;
    },
    answered: (one, told) => answers.push(`${one.do} ${one.batchId} ${told.map(({ kind }) => kind).join()}`),
    is: (state) => states.push(state),
  });
  return { outbox, sendings, answers, states };
}

const away: Reply = { kind: 'later', said: 'Away.', seconds: null };

test('the first decision goes at once, what comes meanwhile goes together in its order, each answered', async () => {
  const { outbox, sendings, answers } = scene();
  for (const batchId of ['a', 'b', 'c']) outbox.put(step(batchId));
  expect(sendings).toEqual([]);
  await vi.advanceTimersByTimeAsync(99);
  expect(sendings).toEqual([['decide a', 'decide b', 'decide c']]);
  for (const one of [step('d'), step('e'), undoOf('a')]) outbox.put(one);
  await vi.advanceTimersByTimeAsync(200);
  expect(sendings.slice(1)).toEqual([['decide d', 'decide e', 'undo a']]);
  expect(answers).toEqual(['decide a done', 'decide b done', 'decide c done', 'decide d done', 'decide e done', 'undo a done']);
});

test('200 decisions in 40 seconds are fewer than 50 sendings and none is lost', async () => {
  const { outbox, sendings, answers } = scene();
  for (let nth = 0; nth < 200; nth += 1) {
    outbox.put(step(`s${nth}`));
    await vi.advanceTimersByTimeAsync(200);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(answers.map((one) => one.split(' ')[1])).toEqual(Array.from({ length: 200 }, (_, nth) => `s${nth}`));
  expect(sendings.length).toBeLessThan(50);
});

test('what was not sent yet is undone without a word to the server; what was taken is undone behind it', async () => {
  const { outbox, sendings } = scene();
  outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(10);
  outbox.put(step('b'));
  outbox.put(undoOf('b'));
  outbox.put(undoOf('a'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sendings).toEqual([['decide a'], ['undo a']]);
});

test('what nothing answers is sent again, the same; then it is saved', async () => {
  const { outbox, sendings, answers, states } = scene([away, { ...away, seconds: 5 }]);
  outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(500);
  expect(states).toEqual(['sending', 'troubled']);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sendings).toEqual([['decide a'], ['decide a']]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sendings).toHaveLength(3);
  expect(answers).toEqual(['decide a done']);
  expect(states.slice(-2)).toEqual(['sending', 'empty']);
});

test('what is never answered comes back with all behind it; a refusal comes back alone', async () => {
  const lost = scene([away, away, away]);
  lost.outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(10);
  lost.outbox.put(step('b'));
  lost.outbox.put(undoOf('a'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lost.answers).toEqual(['decide a unsent', 'decide b unsent', 'undo a unsent']);
  expect(lost.states.at(-1)).toBe('empty');
  lost.outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(lost.answers.at(-1)).toBe('decide a done');

  const refused = scene([{ kind: 'refused', said: 'No.' }]);
  refused.outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(10);
  refused.outbox.put(step('b'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(refused.answers).toEqual(['decide a failed', 'decide b done']);
});

test('a page that goes away sends all that is not answered, in its order and in what the server takes at once', async () => {
  const { outbox, sendings } = scene();
  outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(10);
  outbox.put(step('b', 250));
  outbox.put(undoOf('a'));
  outbox.flush();
  expect(sendings).toEqual([['decide a'], ['decide a'], ['decide b'], ['decide b'], ['decide b', 'undo a']]);
});

test('eight go in a row, the ninth after a gap, unless it is hurried', async () => {
  const { outbox, sendings } = scene();
  for (let nth = 0; nth < 9; nth += 1) {
    outbox.put(step(`s${nth}`));
    await vi.advanceTimersByTimeAsync(101);
  }
  expect(sendings).toHaveLength(8);
  outbox.put(step('t'));
  outbox.hurry();
  await vi.advanceTimersByTimeAsync(10);
  expect(sendings.slice(8)).toEqual([['decide s8', 'decide t']]);
});
