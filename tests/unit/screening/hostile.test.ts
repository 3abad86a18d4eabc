import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screen } from '@/lib/screening/list';
import { hasPhrase, matcherOf } from '@/lib/screening/phrases';
import { textFacts } from '@/lib/screening/text-facts';
import { said } from '@/lib/screening/tokens';
import { sade } from './sade';

const PHRASES = Array.from({ length: 500 }, (_, nth) => `${nth % 2 ? 'a' : 'viagra'} ${nth.toString(36)}word${nth % 3 ? '' : '*'}`);
const matcher = matcherOf([...PHRASES, '赌场', 'aaaa*']);

const HOSTILE: Record<string, (length: number) => string> = {
  'one letter': (length) => 'b'.repeat(length),
  'single letters': (length) => 'b '.repeat(length / 2),
  'single a': (length) => 'a '.repeat(length / 2),
  exclamations: (length) => `x${'!'.repeat(length)}a!`,
  'brackets and bars': (length) => `${'(|)'.repeat(length / 3)}x`,
  hyphens: (length) => 'a-'.repeat(length / 2),
  'a word again and again': (length) => 'viagra '.repeat(length / 7),
  marks: (length) => `a${'\u0301\u0323'.repeat(length / 2)}`,
  'marks kept apart': (length) => `a${'\u0301\u0323\u0301\u0323\u200d'.repeat(length / 5)}`,
  'a letter that stands for eighteen': (length) => '\ufdfa'.repeat(length),
  dots: (length) => 'a.'.repeat(length / 2),
  'almost links': (length) => 'http:/ www a.b.c.d.e.f.g@'.repeat(length / 25),
  'long hosts': (length) => `${'a'.repeat(60)}.`.repeat(length / 61),
  spaces: (length) => `a${' '.repeat(length)}b`,
  lines: (length) => '\n'.repeat(length),
  'Cyrillic among Latin': (length) => 'aа'.repeat(length / 2),
  'half of a pair': (length) => '\ud83d'.repeat(length),
  Chinese: (length) => '赌'.repeat(length),
  leet: (length) => 'a1'.repeat(length / 2),
};

const look = (text: string): void => {
  textFacts(text);
  matcher(said(text));
};

/** Milliseconds of this process's own work, which others on the machine do not lengthen. */
const work = (text: string): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      look(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );

// Eight times the text: linear steps take eight times the work, squared ones sixty-four. Below four milliseconds the
// collector's own work is measured.
test.each(Object.entries(HOSTILE))('%s: eight times as long takes no more than linear steps', { timeout: 30_000 }, (_what, make) => {
  look(make(10_000));
  const [short, long] = [work(make(10_000)), work(make(80_000))];
  expect(long / Math.max(short, 4)).toBeLessThan(40);
});

describe('any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });

  test('is screened to a verdict, and to the same one again', () => {
    fc.assert(
      fc.property(text, (body) => {
        const facts = () => sade({ body, blogPhrases: { version: 7, banned: ['tide*', '赌场'], suspect: ['weigher'] } });
        expect(screen(facts())).toEqual(screen(facts()));
      }),
    );
  });

  test('that says a phrase as a sentence of its own is found, whatever stands around it', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(hasPhrase(`${before}\n viagra \n${after}`, ['viagra'])).toBe(true);
      }),
    );
  });

  test('in letters that the phrase has not is never found', () => {
    const other = fc.string({ unit: fc.constantFrom(...'bdefhjkmopqsuwxyz .-!@035'), maxLength: 200 });
    fc.assert(
      fc.property(other, (body) => {
        expect(hasPhrase(body, ['viagra', 'cialis'])).toBe(false);
      }),
    );
  });
});

test('letters are counted as people count them', () => {
  expect(textFacts('Đỗ 👍🏽 www.town.example\n')).toMatchObject({ length: 23, links: 1, marks: 0, oneCharacterLines: 0 });
  expect(textFacts('')).toEqual({ length: 0, letters: 0, links: 0, longestRun: 0, oneCharacterLines: 0, marks: 0, mostMarks: 0 });
});
