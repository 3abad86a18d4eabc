import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { falseHolds } from '@/lib/relevance/learned/false-holds';
import { featuresOf } from '@/lib/relevance/learned/features';
import { folded } from '@/lib/relevance/learned/folding';
import { BUCKETS, hashOf, mixed } from '@/lib/relevance/learned/hashing';
import { likeness, tellingWords } from '@/lib/relevance/learned/likeness';
import { repeatKey } from '@/lib/relevance/learned/repeat-key';
import { tokensOf } from '@/lib/relevance/learned/tokens';
import { comment } from './decisions';

const textsOf = (text: string): string[] => tokensOf(folded(text)).map((token) => token.text);
const namesOf = (text: string): string[] => featuresOf(comment(text)).names.map((name) => `${name.kind} ${name.text}`);

describe('a comment in pieces', () => {
  test.each([
    ['Hello, wörld!!!', ['hello', 'wörld', '!!']],
    ['Nước dùng của bà', ['nước', 'dùng', 'của', 'bà']],
    ['مَقَالٌ جميـــل', ['مقال', 'جميل']],
    ['好文章 ok', ['好', '文', '章', 'ok']],
    ['don’t sooooo', ['don’t', 'sooo']],
    ['see http://town.example/a?b=1, or town.example', ['see', '<link>', 'or', '<link>']],
    ['it ended.Then we left', ['it', 'ended', 'then', 'we', 'left']],
    ['mail sade@town.example or +1 555 010 7788', ['mail', '<mail>', 'or', '<phone>']],
    ['$500, 20 EUR and 7', ['<money>', '<money>', 'and', '<number>']],
    ['@mai #quay 😀 :)', ['<mention>', '#quay', '😀', ':)']],
    ['ｆｒｅｅ\u200b ph\u00adone &lt;b&gt;', ['free', 'phone', '<markup>']],
    ['', []],
  ])('%s', (text, pieces) => {
    expect(textsOf(text)).toEqual(pieces);
  });

  test.each(['a.', 'a-', '1(', '<a ', 'a@', '@', '[url', "a'", '!?'])('is cut up in time, however often it says %s', (piece) => {
    const from = performance.now();
    featuresOf(comment(piece.repeat(5_000)));
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  test('names the host, its path and its ending, from bare and from pasted links', () => {
    for (const text of ['www.Town.example/quay/9', '<a href="https://town.example/quay">x</a>', '[url=http://town.example/quay]'])
      expect(namesOf(text)).toEqual(expect.arrayContaining(['host town.example', 'host town.example/quay', 'host .example']));
  });

  test('keeps what shouting and look-alike letters say', () => {
    expect(namesOf('BUY pаypal NOW')).toEqual(
      expect.arrayContaining(['word buy', 'signal shouted words', 'signal share of capitals', 'signal letters of mixed scripts']),
    );
    expect(namesOf('buy paypal now')).not.toContain('signal shouted words');
  });

  test('has groups of one length, whatever the length of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('quay', 'bread', 'scale', 'ledger', 'crane'), { minLength: 1, maxLength: 40 }), (words) => {
        const { values, said, buckets } = featuresOf(comment(words.join(' ')));
        // Two for words and pairs, one for letters.
        expect(values.slice(0, said).reduce((total, value) => total + value * value, 0)).toBeCloseTo(2 ** 2 + 1, 9);
        expect(buckets.every((bucket) => Number.isInteger(bucket) && bucket >= 0 && bucket < BUCKETS)).toBe(true);
      }),
    );
  });

  test('counts about half of its features negatively, so that those in one bucket cancel out', () => {
    const { values } = featuresOf(comment('The scale on the quay has five weights and a ledger of its own'));
    const share = values.filter((value) => value < 0).length / values.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.15);
  });

  test('is hashed as FNV-1a is', () => {
    // Of the published test vectors.
    expect([hashOf('') >>> 0, hashOf('a') >>> 0, hashOf('foobar') >>> 0]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect([mixed(0), mixed(1)]).toEqual([0, 0x514e28b7]);
  });
});

describe('said before', () => {
  test('with another number, link or sign is the same text', () => {
    const key = repeatKey('EARN while you sleep >>> http://win.example/1');
    expect(repeatKey('earn while you sleeep!! 😀 http://other.example/2')).toBe(key);
    expect(repeatKey('earn while you read')).not.toBe(key);
  });

  test('a short text is nobody’s', () => {
    expect([repeatKey('Nice!'), repeatKey('第一'), repeatKey('')]).toEqual([null, null, null]);
  });
});

test('likeness to the post is the share of telling words it says too', () => {
  const post = tellingWords('The scale on the quay weighs every fish');
  expect(likeness('A scale weighs every boat', post)).toBe(0.75);
  expect(likeness('Subscribe channel please today', post)).toBe(0);
  expect(likeness('So so good', post)).toBeNull();
});

test('false holds are counted by language and by age of the account', () => {
  const mai = { language: 'vi', accountDays: 0.5, probability: 0.9, unwanted: false };
  const judged = [
    mai,
    { ...mai, unwanted: true },
    { ...mai, probability: 0.2 },
    { ...mai, probability: null },
    { ...mai, language: 'en', accountDays: 400, unwanted: true },
    { ...mai, language: 'en', accountDays: null, probability: 0.1, unwanted: true },
  ];
  expect(falseHolds(judged, 0.5)).toEqual({
    byLanguage: [
      { of: 'en', decided: 2, held: 1, approved: 0, share: null },
      { of: 'vi', decided: 3, held: 2, approved: 1, share: 0.5 },
    ],
    byAge: [
      { of: 'under a day', decided: 3, held: 2, approved: 1, share: 0.5 },
      { of: 'a year or more', decided: 1, held: 1, approved: 0, share: null },
      { of: 'not known', decided: 1, held: 0, approved: 0, share: null },
    ],
  });
  expect(falseHolds([], 0.5)).toEqual({ byLanguage: [], byAge: [] });
});
