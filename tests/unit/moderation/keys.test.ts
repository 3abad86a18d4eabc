import { expect, test } from 'vitest';
import { keyOf } from '@/components/moderation/use-keys';

const pressed = (key: string, code = '', shiftKey = false) => keyOf({ key, code, shiftKey });

test('a key is what it says; where a keyboard has no Latin letters, what stands at its place', () => {
  expect(pressed('a', 'KeyQ')).toBe('a');
  expect(pressed('A', 'KeyA')).toBe('a');
  expect(pressed('A', 'KeyA', true)).toBe('A');
  expect(pressed('ش', 'KeyA')).toBe('a');
  expect(pressed('Ы', 'KeyS', true)).toBe('S');
  expect(pressed('٣', 'Digit3')).toBe('3');
  expect([pressed('?', 'Slash', true), pressed('Enter', 'Enter'), pressed('؟', 'Slash', true)]).toEqual(['?', 'enter', '؟']);
});
