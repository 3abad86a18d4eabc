import { describe, expect, test } from 'vitest';
import { RULES, screen } from '@/lib/screening/list';
import type { Facts } from '@/lib/screening/rule';
import { hasPhrase } from '@/lib/screening/words';

const sade: Facts = {
  body: 'The scale on the quay has five weights.',
  trusted: false,
  approved: 40,
  rejectedLately: 0,
  decidedLately: 10,
  sameTextLately: 0,
  lastFiveMinutes: 0,
};

describe('screening', () => {
  test.each([
    ['what a known person says', {}, 'visible', 'none'],
    ['a newcomer’s first', { approved: 0 }, 'held', 'newcomer'],
    ['a newcomer’s second', { approved: 1 }, 'held', 'newcomer'],
    ['a newcomer’s third', { approved: 2 }, 'visible', 'none'],
    ['a link by someone new', { approved: 3, body: 'Look: https://town.example' }, 'held', 'newcomer-links'],
    ['a link by someone known', { body: 'Look: https://town.example' }, 'visible', 'none'],
    ['three in ten rejected', { rejectedLately: 3 }, 'held', 'rejected-lately'],
    ['two in ten rejected', { rejectedLately: 2 }, 'visible', 'none'],
    ['the same again', { sameTextLately: 1 }, 'held', 'repeat'],
    ['the sixth in five minutes', { lastFiveMinutes: 5 }, 'held', 'flood'],
    ['a banned word', { body: 'Buy VIAGRA' }, 'rejected', 'banned-word'],
    ['a banned word by a newcomer', { approved: 0, body: 'ｖｉａｇｒａ' }, 'rejected', 'banned-word'],
    ['a suspect word', { body: 'A guaranteed profit, they said.' }, 'reported', 'suspect-word'],
    ['anything by a moderator', { trusted: true, approved: 0, lastFiveMinutes: 9, body: 'viagra' }, 'visible', 'trusted'],
  ] as const)('of %s', (_what, facts, verdict, rule) => {
    expect(screen({ ...sade, ...facts })).toMatchObject({ verdict, rule });
  });

  test('names its rules apart, each with a version', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    expect(RULES.every(({ version }) => Number.isInteger(version) && version > 0)).toBe(true);
  });

  test.each(['specialist', 'socialism', 'free cryptographers', 'Scunthorpe'])('does not hit the innocent word %s', (word) => {
    expect(screen({ ...sade, body: `About ${word}, again.` }).verdict).toBe('visible');
  });

  test.each(['VIAGRA!', 'via\u200bgra', 'Vïagra', 'x viagra.'])('sees through %s', (text) => {
    expect(hasPhrase(text, ['viagra'])).toBe(true);
  });
});
