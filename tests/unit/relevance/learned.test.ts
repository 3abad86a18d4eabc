import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '@/lib/relevance/learned/explain';
import { emptyModel, FEWEST_OF_EACH, learn, MODEL_VERSION, type Model, probability } from '@/lib/relevance/learned/model';
import { retrain } from '@/lib/relevance/learned/retrain';
import { packed, unpacked } from '@/lib/relevance/learned/stored';
import { labelledOf } from '@/tests/bench/csv';
import { comment, decisions } from './decisions';

const lure = comment('Subscribe to my channel, I sub back!!!');
const remark = comment('The scale on the quay is in the old hall');
const town = retrain(decisions(80));

const bytesOf = (model: Model): Buffer => Buffer.from(packed(model));

describe('the learned filter', () => {
  test('knows nothing before 50 decisions of each kind', () => {
    const model = emptyModel();
    const taught = decisions(FEWEST_OF_EACH);
    for (const decision of taught.slice(0, -1)) {
      learn(model, decision, decision.unwanted);
      expect(probability(model, lure)).toBeNull();
    }
    const last = taught.at(-1) ?? remark;
    learn(model, last, true);
    expect(probability(model, lure)).toBeGreaterThan(0.5);
  });

  test('knows nothing from one kind alone, however much of it', () => {
    const oneSided = decisions(200).filter(({ unwanted }) => unwanted);
    expect(probability(retrain(oneSided), lure)).toBeNull();
  });

  test('knows nothing in a language it was not taught, and says so by language', () => {
    expect(probability(town, { ...lure, language: 'vi' })).toBeNull();
    const both = retrain([...decisions(50), ...decisions(49, { language: 'vi' })]);
    expect(probability(both, lure)).not.toBeNull();
    expect(probability(both, { ...lure, language: 'vi' })).toBeNull();
  });

  test('tells what it was taught apart', () => {
    expect(probability(town, lure)).toBeGreaterThan(0.9);
    expect(probability(town, remark)).toBeLessThan(0.1);
  });

  test.each([
    ['Vietnamese', 'Đăng ký kênh của mình nhé', 'Nước dùng ninh tám tiếng'],
    ['Arabic', 'اشتركوا في قناتي الجديدة', 'مقال جميل عن السوق القديم'],
    ['Chinese', '加我微信赚大钱', '这篇文章写得很好'],
    ['Thai', 'กดติดตามช่องของฉัน', 'บทความนี้ดีมาก'],
  ])('learns %s', (language, bad, good) => {
    const model = emptyModel();
    for (let nth = 0; nth < FEWEST_OF_EACH; nth += 1) {
      learn(model, comment(`${bad} ${nth}`, { language }), true);
      learn(model, comment(`${good} ${nth}`, { language }), false);
    }
    expect(probability(model, comment(bad, { language }))).toBeGreaterThan(0.9);
    expect(probability(model, comment(good, { language }))).toBeLessThan(0.1);
  });

  test('weighs what is known beside the words: repetition, likeness to the post, age of the account', () => {
    const facts = [
      [{ repeats: 9 }, { repeats: 0 }],
      [{ similarity: 0 }, { similarity: 1 }],
      [{ accountDays: 0 }, { accountDays: 900 }],
    ];
    for (const [bad, good] of facts) {
      const model = emptyModel();
      for (let nth = 0; nth < 120; nth += 1) learn(model, comment('Well said', nth % 2 ? bad : good), nth % 2 === 1);
      expect(probability(model, comment('Well said', bad))).toBeGreaterThan(0.6);
      expect(probability(model, comment('Well said', good))).toBeLessThan(0.4);
    }
  });

  test('stays a probability whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), fc.boolean(), (text, repeats, unwanted) => {
        const model = emptyModel();
        model.seen.set('en', { wanted: 50, unwanted: 50 });
        learn(model, comment(text, { repeats, accountDays: repeats }), unwanted);
        const found = probability(model, comment(text));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
      }),
      { numRuns: 25 },
    );
  });

  test('a queue of a hundred unwanted comments in a row does not turn it against everybody', () => {
    const model = retrain(decisions(80));
    const stranger = comment('Does the ferry to Easthaven still leave at nine on Sundays?');
    expect(explain(model, stranger).logOdds).toBeLessThan(0);
    const queue = labelledOf(readFileSync(path.join(import.meta.dirname, '../../bench/relevance.csv'), 'utf8'));
    for (const { text } of queue.filter(({ unwanted }) => unwanted).slice(0, 100)) learn(model, comment(text), true);
    expect(explain(model, stranger).logOdds).toBeLessThan(1);
  });

  test('is the surer the more often it was right, and less so where moderators decide by chance', () => {
    const right = retrain(decisions(200));
    expect(right.sure.slope).toBeGreaterThan(1.05);
    const byChance = decisions(200).map((decision, nth) => ({ ...decision, unwanted: (nth * 7) % 13 < 6 }));
    expect(retrain(byChance).sure.slope).toBeLessThan(1);
    // A comment that speaks for neither is even odds, however sure the filter is.
    const even = { ...emptyModel(), seen: right.seen, sure: right.sure };
    expect(probability(even, lure)).toBe(0.5);
  });

  test('learns up to three times as much from a decision of the rarer kind', () => {
    const oddsAfter = (wanted: number, unwanted: number): number => {
      const model = emptyModel();
      model.seen.set('en', { wanted, unwanted });
      learn(model, lure, true);
      return explain(model, lure).logOdds;
    };
    expect(oddsAfter(399, 99)).toBeGreaterThan(oddsAfter(99, 99));
    expect(oddsAfter(99, 399)).toBe(oddsAfter(99, 99));
    expect(oddsAfter(999_999, 99)).toBe(oddsAfter(899, 99));
  });
});

describe('made anew', () => {
  test('the same decisions give the same weights to the bit, and in one go what they gave one by one', () => {
    const model = emptyModel();
    for (const decision of decisions(80)) learn(model, decision, decision.unwanted);
    expect(bytesOf(model).equals(bytesOf(town))).toBe(true);
    expect(bytesOf(retrain(decisions(79))).equals(bytesOf(town))).toBe(false);
  });

  test('without Omar it is as if he had never decided', () => {
    const all = decisions(80);
    const without = bytesOf(retrain(all, new Set(['omar'])));
    expect(without.equals(bytesOf(retrain(all.filter(({ moderatorId }) => moderatorId !== 'omar'))))).toBe(true);
    expect(without.equals(bytesOf(town))).toBe(false);
  });

  test('stored and read back it is the same to the bit, and goes on the same', () => {
    const back = unpacked(packed(town)) ?? emptyModel();
    expect(back).toEqual(town);
    const [next, ...rest] = decisions(90).slice(160);
    expect(rest.length).toBeGreaterThan(0);
    const whole = retrain(decisions(90));
    for (const decision of [next, ...rest]) if (decision) learn(back, decision, decision.unwanted);
    expect(bytesOf(back).equals(bytesOf(whole))).toBe(true);
  });

  test('an empty model and a language of any letters are stored too', () => {
    expect(unpacked(packed(emptyModel()))).toEqual(emptyModel());
    const odd = retrain(decisions(1, { language: 'zh-Hant-香港' }));
    expect(unpacked(packed(odd))?.seen.get('zh-Hant-香港')).toEqual({ wanted: 1, unwanted: 1 });
  });

  test('a model of another version is not read, and half a model is refused', () => {
    const bytes = packed(town);
    expect(unpacked(Uint8Array.from([MODEL_VERSION + 1, ...bytes.slice(1)]))).toBeNull();
    expect(() => unpacked(bytes.slice(0, -3))).toThrow(RangeError);
  });
});

describe('why', () => {
  test('all reasons together are the log odds of the probability', () => {
    for (const said of [lure, remark, comment('Something else, http://town.example/a?b=1 &amp; <b>more</b> 😀', { similarity: 0.4 })]) {
      const { logOdds, reasons } = explain(town, said);
      expect(reasons.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(logOdds, 9);
      expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(probability(town, said) ?? -1, 12);
    }
  });

  test('the strongest come first, in words a moderator can read', () => {
    const { reasons } = explain(town, comment('the report, subscribe'), 3);
    expect(reasons).toHaveLength(3);
    expect(reasons).toContainEqual({ kind: 'word', text: 'subscribe', contribution: expect.any(Number) });
    const sizes = reasons.map(({ contribution }) => Math.abs(contribution));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(reasons.find(({ text }) => text === 'subscribe')?.contribution).toBeGreaterThan(0);
  });
});
