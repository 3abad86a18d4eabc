import { expect, test } from 'vitest';
import { parsePhrases } from '@/lib/screening/phrase-list';

test('Ines’s list is read a phrase a line, as she left its spaces and empty lines', () => {
  expect(parsePhrases('  weight   thief \n\nharbour tax*\r\nCÁ ĐỘ\n')).toEqual({
    phrases: ['weight thief', 'harbour tax*', 'CÁ ĐỘ'],
    faults: [],
  });
});

test('what is said twice is kept once, and not counted', () => {
  expect(parsePhrases('Weight thief\nweight THIEF\nｗｅｉｇｈｔ thief\nweight thief*')).toEqual({
    phrases: ['Weight thief', 'weight thief*'],
    faults: [],
  });
});

test('each fault says its line and keeps the rest', () => {
  const list = ['tide', '***', 'x'.repeat(81), 'a', 'we*ight', 'we*', 'weigh*', '赌场*', '!!!', '\u200b\u200b'].join('\n');
  expect(parsePhrases(list)).toEqual({
    phrases: ['tide', 'weigh*', '赌场*'],
    faults: [
      { line: 2, fault: 'too-short' },
      { line: 3, fault: 'too-long' },
      { line: 4, fault: 'too-short' },
      { line: 5, fault: 'star-not-last' },
      { line: 6, fault: 'stem-too-short' },
      { line: 9, fault: 'too-short' },
      { line: 10, fault: 'too-short' },
    ],
  });
});

test('the five hundredth is kept, the next one is too many, and one said before is not', () => {
  const lines = Array.from({ length: 502 }, (_, nth) => `word${nth}s`);
  const { phrases, faults } = parsePhrases([...lines, 'word7s'].join('\n'));
  expect([phrases.length, faults]).toEqual([500, [501, 502].map((line) => ({ line, fault: 'too-many' }))]);
});

test('eighty letters are counted as people count them', () => {
  expect(parsePhrases('🅥'.repeat(80)).faults).toEqual([]);
});
