import { describe, expect, test } from 'vitest';
import { ageWords, reasonWords } from '@/app/(admin)/admin/reason-words';
import { UI_LANGUAGES } from '@/lib/core/languages';
import { AGE_BANDS } from '@/lib/relevance/learned/age-band';
import { type FeatureName, featuresOf } from '@/lib/relevance/learned/features';

const loud = 'SUBSCRIBE NOWWW @mai!!! 🎉 раypal http://win.example/r mail me@win.example +1 555 010 7788 $300 <b>x</b> 12';
const named = [0, 3, 40, 400, null].flatMap((accountDays) =>
  featuresOf({ text: loud, language: 'vi', repeats: 2, similarity: 0.4, accountDays }).names.filter(({ text }) => text !== 'any comment'),
);
const only = (kind: FeatureName['kind']) => named.filter((name) => name.kind === kind);

describe.each(UI_LANGUAGES)('in %s', (language) => {
  test('every signal the filter looks at has its words', () => {
    expect(new Set(only('signal').map(({ text }) => text)).size).toBeGreaterThan(20);
    for (const signal of only('signal')) expect(reasonWords(language, signal), signal.text).not.toMatch(/^(length|words|account) |-/);
  });

  test('pieces that stand for many, and the ends of a comment, are said in words', () => {
    for (const name of [...only('word'), ...only('pair')]) expect(reasonWords(language, name), name.text).not.toMatch(/<(?!3)|\^|\$[”»]/);
  });

  test('every age has its words', () => {
    for (const band of AGE_BANDS) expect(ageWords(language, band)).not.toContain('ages.');
  });
});

test('a signal without words of its own would be seen', () => {
  expect(reasonWords('vi', { kind: 'signal', text: 'length 31 or more' })).toBe('từ 31 chữ cái trở lên');
  expect(reasonWords('en', { kind: 'signal', text: 'account under a week' })).toBe('age of the account: under a week');
  expect(reasonWords('en', { kind: 'pair', text: '^ <link>' })).toBe('begins with “[link]”');
  expect(reasonWords('ar', { kind: 'signal', text: 'has a link' })).toBe('فيه رابط');
});
