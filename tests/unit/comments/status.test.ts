import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canMove, MOVES, statusFrom } from '@/lib/comments/status';
import { appealUntil, reasonParts, receiptOf } from '@/lib/moderation/appeal-policy';

const STATUSES = ['held', 'visible', 'rejected', 'removed', 'withdrawn'] as const;

test('nothing leads out of what its writer took back, and only its undoing or an appeal out of what a human removed', () => {
  const ways = (from: 'withdrawn' | 'removed') =>
    Object.keys(MOVES).filter((action) => STATUSES.some((to) => to !== from && canMove(from, action, to)));
  expect(ways('withdrawn')).toEqual([]);
  expect(ways('removed')).toEqual(['undone', 'appeal-reversed']);
  expect([canMove('visible', 'praised', 'visible'), canMove('visible', 'praised', 'held'), canMove('held', 'toString', 'removed')]).toEqual(
    [true, false, false],
  );
});

test('events that do not follow from one another are no history', () => {
  expect(statusFrom([])).toBeNull();
  const posted = { action: 'screened', fromStatus: null, toStatus: 'visible' } as const;
  const appealed = { action: 'appealed', fromStatus: null, toStatus: null } as const;
  const removed = { action: 'removed', fromStatus: 'visible', toStatus: 'removed' } as const;
  expect(statusFrom([posted, removed, appealed])).toBe('removed');
  expect(() => statusFrom([removed])).toThrow('removed cannot lead from null to removed');
  expect(() => statusFrom([posted, removed, removed])).toThrow();
});

test('six months are six of the calendar; where the day is missing it is later, never earlier', () => {
  expect(appealUntil(new Date('2026-08-31T12:00:00Z')).toISOString()).toBe('2027-03-03T12:00:00.000Z');
  fc.assert(
    fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (at) => {
      const days = (appealUntil(at).getTime() - at.getTime()) / 86_400_000;
      return days >= 181 && days <= 187;
    }),
  );
});

test('a receipt is short, and a reason is told from the words beside it', () => {
  expect(receiptOf('01900000-0000-7000-8000-0000deadbeef')).toBe('DEAD-BEEF');
  expect(reasonParts('off_topic: Not: this.')).toEqual({ reason: 'off_topic', said: 'Not: this.' });
  expect(reasonParts('spam')).toEqual({ reason: 'spam', said: '' });
  expect(reasonParts(': Thank you.')).toEqual({ reason: null, said: 'Thank you.' });
});
