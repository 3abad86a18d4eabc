import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DeskStep, makeOutbox, type Reply } from '@/components/moderation/outbox';

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
  const troubles: boolean[] = [];
  const outbox = makeOutbox({
    async send(steps) {
      sendings.push(steps.map((one) => `${one.do} ${one.batchId}`));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const reply = replies.shift() ?? 'done';
      return reply === 'done' ? { kind: 'told', told: steps.map(({ batchId }) => [{ id: batchId, kind: 'done', seen: '' }]) } : reply;
    },
    answered: (one, told) => answers.push(`${one.do} ${one.batchId} ${told.map(({ kind }) => kind).join()}`),
    trouble: (on) => troubles.push(on),
  });
  return { outbox, sendings, answers, troubles };
}

const away: Reply = { kind: 'later', said: 'Away.', seconds: null };

test('the first decision goes at once, what comes meanwhile goes together in its order, each answered', async () => {
  const { outbox, sendings, answers } = scene();
  for (const batchId of ['a', 'b', 'c']) outbox.put(step(batchId));
  expect(sendings).toEqual([]);
  await vi.advanceTimersByTimeAsync(99);
  expect(sendings).toEqual([['decide a', 'decide b', 'decide c']]);
  outbox.put(step('d'));
  await vi.advanceTimersByTimeAsync(1_000);
  outbox.put(step('e'));
  outbox.put(undoOf('a'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sendings.slice(1)).toEqual([['decide d', 'decide e', 'undo a']]);
  expect(answers).toEqual(['decide a done', 'decide b done', 'decide c done', 'decide d done', 'decide e done', 'undo a done']);
});

test('200 decisions in 40 seconds are fewer than 30 sendings a minute and none is lost', async () => {
  const { outbox, sendings, answers } = scene();
  for (let nth = 0; nth < 200; nth += 1) {
    outbox.put(step(`s${nth}`));
    await vi.advanceTimersByTimeAsync(200);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect(answers.map((one) => one.split(' ')[1])).toEqual(Array.from({ length: 200 }, (_, nth) => `s${nth}`));
  expect(sendings.length).toBeLessThan(30);
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
  const { outbox, sendings, answers, troubles } = scene([away, { ...away, seconds: 5 }]);
  outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(500);
  expect(outbox.troubled()).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sendings).toEqual([['decide a'], ['decide a']]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sendings).toHaveLength(3);
  expect(answers).toEqual(['decide a done']);
  expect(troubles).toEqual([true, false]);
});

test('what is never answered comes back with all behind it; a refusal comes back alone', async () => {
  const lost = scene([away, away, away]);
  lost.outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(10);
  lost.outbox.put(step('b'));
  lost.outbox.put(undoOf('a'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(lost.answers).toEqual(['decide a unsent', 'decide b unsent', 'undo a unsent']);
  expect(lost.outbox.troubled()).toBe(false);
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

test('hurry cuts the gap short', async () => {
  const { outbox, sendings } = scene();
  outbox.put(step('a'));
  await vi.advanceTimersByTimeAsync(200);
  outbox.put(step('b'));
  await vi.advanceTimersByTimeAsync(10);
  expect(sendings).toHaveLength(1);
  outbox.hurry();
  await vi.advanceTimersByTimeAsync(10);
  expect(sendings).toHaveLength(2);
});
