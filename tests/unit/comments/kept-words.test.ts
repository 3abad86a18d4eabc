import { beforeEach, expect, test, vi } from 'vitest';
import { keepWords, keptWords, moveWords, placeOf } from '@/components/comments/kept-words';

const [nobodys, mais] = [placeOf('post'), placeOf('post', '', 'mai')];
beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
});

test('what was typed before it was known who is here stands behind the draft that lies here, and takes none of it away', () => {
  keepWords(mais, 'A thought of an hour.');
  keepWords(nobodys, 'H');
  expect(moveWords(nobodys, mais)).toBe('A thought of an hour.\n\nH');
  expect([keptWords(nobodys), keptWords(mais)]).toEqual(['', 'A thought of an hour.\n\nH']);
  // Again, and with nothing typed, it is as it was.
  expect(moveWords(nobodys, mais)).toBe('A thought of an hour.\n\nH');
});

test('who had no draft keeps what they typed as a guest', () => {
  keepWords(nobodys, 'Said before signing in.');
  expect(moveWords(nobodys, mais)).toBe('Said before signing in.');
  expect(moveWords(mais, mais)).toBe('Said before signing in.');
});
