import { expect, test } from 'vitest';
import { screened } from '@/lib/comments/screened';
import { catalogues } from '@/lib/core/messages/catalogues';
import type { Facts } from '@/lib/screening/rule';
import { sade } from '../screening/sade';

const thrown = (facts: Partial<Facts>): unknown => {
  try {
    return screened(sade(facts));
  } catch (error) {
    return error;
  }
};

test('what Sade says may be stored, with the rule that held it', () => {
  expect(thrown({ sameTextLately: 1 })).toEqual({ verdict: 'held', rule: 'repeat', version: 1, remark: null });
});

test.each<[string, Partial<Facts>, object]>([
  ['nothing but signs, by the fault of its shape', { body: '!!!' }, { reason: 'invalid', fields: { body: 'no-words' } }],
  ['too many links', { body: 'https://a.example '.repeat(21) }, { reason: 'invalid', fields: { body: 'too-many-links' } }],
  [
    'a locked thread',
    { thread: { state: 'locked', slowSeconds: 0, secondsSinceOwnLast: null } },
    { reason: 'invalid', fields: { body: 'thread-locked' } },
  ],
  ['a closed one', { thread: { state: 'closed', slowSeconds: 0, secondsSinceOwnLast: null } }, { fields: { body: 'thread-closed' } }],
  [
    'a suspension',
    { person: { banned: false, suspendedUntil: new Date('2999-01-01'), limitedUntil: null } },
    { fields: { body: 'suspended' } },
  ],
  ['a ban', { person: { banned: true, suspendedUntil: null, limitedUntil: null } }, { reason: 'invalid', fields: { body: 'banned' } }],
  [
    'a slowed thread, with the seconds to wait',
    { thread: { state: 'open', slowSeconds: 60, secondsSinceOwnLast: 12.4 } },
    { reason: 'too-many', retryAfterSeconds: 48 },
  ],
])('Sade is refused for %s', (_why, facts, refusal) => expect(thrown(facts)).toMatchObject(refusal));

test.each([
  'no-words',
  'one-letter',
  'one-character-lines',
  'too-many-links',
  'stacked-marks',
  'thread-locked',
  'thread-closed',
  'suspended',
  'banned',
])('the fault %s is said in words', (fault) => {
  for (const { errors } of Object.values(catalogues)) expect(Object.keys(errors.fields)).toContain(fault);
});
