import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportWeight } from '@/lib/screening/report-weight';
import { TRUST_LEVELS, type TrustFacts, type TrustLevel, trustLevel, UNLOCKS } from '@/lib/screening/trust';

const LEVELS: TrustLevel[] = [0, 1, 2, 3];
const grown: TrustFacts = { ageDays: 500, daysRead: 300, approved: 400, upheldReports: 20, removedLately: 0 };
const facts = fc.record({
  ageDays: fc.nat(400),
  daysRead: fc.nat(100),
  approved: fc.nat(200),
  upheldReports: fc.nat(10),
  removedLately: fc.nat(6),
});

describe('Mai, who has just come,', () => {
  test.each<[string, Partial<TrustFacts>, TrustLevel]>([
    ['begins as a newcomer', { ageDays: 0, daysRead: 0, approved: 0, upheldReports: 0 }, 0],
    ['is known after a day and five comments', { ageDays: 1, daysRead: 0, approved: 5, upheldReports: 0 }, 1],
    ['is not known on her first day, whatever she writes', { ageDays: 0.9 }, 0],
    ['is not known by age alone', { approved: 4 }, 0],
    ['is a regular after a month of reading', { ageDays: 30, daysRead: 10, approved: 25, upheldReports: 0 }, 2],
    ['is no regular without reading', { daysRead: 9 }, 1],
    ['is trusted when all is there', {}, 3],
    ['is not trusted before her reports were upheld', { upheldReports: 4 }, 2],
    ['falls by one removed comment', { removedLately: 1 }, 2],
    ['falls further by two', { removedLately: 2 }, 1],
    ['is a newcomer again by five', { removedLately: 5 }, 0],
  ])('%s', (_what, other, level) => expect(trustLevel({ ...grown, ...other })).toBe(level));
});

describe('the table of trust', () => {
  test('meets each level exactly where its row says', () => {
    for (const level of LEVELS)
      expect(trustLevel({ ...TRUST_LEVELS[level].asks, removedLately: level === 0 ? 99 : TRUST_LEVELS[level].asks.removedLately })).toBe(
        level,
      );
  });

  test('asks for more and unlocks more with each level', () => {
    for (const level of [1, 2, 3] as const) {
      const [before, here] = [TRUST_LEVELS[(level - 1) as TrustLevel].asks, TRUST_LEVELS[level].asks];
      for (const key of ['ageDays', 'daysRead', 'approved', 'upheldReports'] as const)
        expect(here[key]).toBeGreaterThanOrEqual(before[key]);
      expect(here.removedLately).toBeLessThan(before.removedLately);
      const [had, has] = [UNLOCKS[(level - 1) as TrustLevel], UNLOCKS[level]];
      expect(has.commentsPerHour).toBeGreaterThan(had.commentsPerHour);
      expect(has.reportWeight).toBeGreaterThan(had.reportWeight);
      expect(has.firstCommentsHeld).toBeLessThanOrEqual(had.firstCommentsHeld);
    }
  });

  test('lets nobody be known while their first comments still wait', () => {
    expect(TRUST_LEVELS[1].asks.approved).toBeGreaterThanOrEqual(UNLOCKS[0].firstCommentsHeld);
  });

  test('never lowers who does more, nor raises whose comments are removed', () => {
    fc.assert(
      fc.property(facts, facts, (one, more) => {
        const sum: TrustFacts = {
          ageDays: one.ageDays + more.ageDays,
          daysRead: one.daysRead + more.daysRead,
          approved: one.approved + more.approved,
          upheldReports: one.upheldReports + more.upheldReports,
          removedLately: one.removedLately,
        };
        expect(trustLevel(sum)).toBeGreaterThanOrEqual(trustLevel(one));
        expect(trustLevel({ ...one, removedLately: one.removedLately + more.removedLately })).toBeLessThanOrEqual(trustLevel(one));
      }),
    );
  });
});

describe('a report weighs', () => {
  const fresh = { upheld: 0, dismissed: 0, abusive: 0 };

  test.each([
    ['half, by someone known without a record', fresh, 1, 0.5],
    ['a quarter, by a newcomer', fresh, 0, 0.25],
    ['more, by a trusted person', fresh, 3, 0.75],
    ['three quarters, with four upheld', { upheld: 4, dismissed: 0, abusive: 0 }, 1, 0.75],
    ['a quarter, with four dismissed', { upheld: 0, dismissed: 4, abusive: 0 }, 1, 0.25],
    ['a quarter, with a single one sent to harm', { upheld: 0, dismissed: 0, abusive: 1 }, 1, 0.25],
    ['never nothing', { upheld: 0, dismissed: 500, abusive: 50 }, 0, 0.1],
    ['never more than one', { upheld: 500, dismissed: 0, abusive: 0 }, 3, 1],
  ] as const)('%s', (_what, record, level, weight) => expect(reportWeight(record, level)).toBeCloseTo(weight, 10));

  test('more with each one upheld and less with each dismissed or abusive', () => {
    const record = fc.record({ upheld: fc.nat(50), dismissed: fc.nat(50), abusive: fc.nat(10) });
    fc.assert(
      fc.property(record, (sent) => {
        const weight = reportWeight(sent, 1);
        expect(reportWeight({ ...sent, upheld: sent.upheld + 1 }, 1)).toBeGreaterThanOrEqual(weight);
        expect(reportWeight({ ...sent, dismissed: sent.dismissed + 1 }, 1)).toBeLessThanOrEqual(weight);
        expect(reportWeight({ ...sent, abusive: sent.abusive + 1 }, 1)).toBeLessThanOrEqual(
          reportWeight({ ...sent, dismissed: sent.dismissed + 1 }, 1),
        );
      }),
    );
  });
});
