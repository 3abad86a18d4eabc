import { expect, test, vi } from 'vitest';
import { Overloaded, Queue } from '../../../bin/serve/queue';

test('it lets in so many, makes so many wait, and refuses the rest at once', async () => {
  const queue = new Queue({ width: 2, length: 3, patience: 1_000 });
  const inside = [await queue.enter(), await queue.enter()];
  const waiting = [queue.enter(), queue.enter(), queue.enter()];
  await expect(queue.enter()).rejects.toBeInstanceOf(Overloaded);
  expect(queue.waiting).toBe(3);
  inside[0]?.();
  // Leaving twice gives no second place away.
  inside[0]?.();
  (await waiting[0])?.();
  (await waiting[1])?.();
  inside[1]?.();
  (await waiting[2])?.();
  const again = await Promise.all([queue.enter(), queue.enter()]);
  expect(again.length).toBe(2);
});

test('nobody waits longer than their patience, and who gave up takes no place', async () => {
  vi.useFakeTimers();
  const queue = new Queue({ width: 1, length: 5, patience: 1_000 });
  const leave = await queue.enter();
  const late = queue.enter().catch((error: Overloaded) => error.retryAfterSeconds);
  await vi.advanceTimersByTimeAsync(1_001);
  expect(await late).toBe(1);
  leave();
  await expect(queue.enter()).resolves.toBeTypeOf('function');
  vi.useRealTimers();
});

test('who is first waits before all others, one after another, and has a room of its own to wait in', async () => {
  const queue = new Queue({ width: 1, length: 2, patience: 1_000 });
  const leave = await queue.enter();
  const order: string[] = [];
  const enter = async (name: string, first = false) => {
    const done = await queue.enter(first);
    order.push(name);
    done();
  };
  const waiting = [enter('one'), enter('two'), enter('first', true), enter('second', true)];
  for (const first of [false, true]) await expect(queue.enter(first)).rejects.toBeInstanceOf(Overloaded);
  leave();
  await Promise.all(waiting);
  expect(order).toEqual(['first', 'second', 'one', 'two']);
});
