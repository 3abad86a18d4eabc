import { describe, expect, test } from 'vitest';
import { catalogues } from '@/lib/core/messages/catalogues';
import { THRESHOLDS } from '@/lib/relevance/thresholds';
import { HOLD_AT } from '@/lib/screening/learned';
import { RULES, screen } from '@/lib/screening/list';
import type { Facts } from '@/lib/screening/rule';
import { saysTheSame } from '@/lib/screening/same-words';
import { textFacts } from '@/lib/screening/text-facts';
import { inHours, sade } from './sade';

/** The policy: each rule with facts that make it speak, in the order in which they are asked. */
const ORDER: [string, Partial<Facts>][] = [
  ['shape', { text: { ...textFacts('x'), letters: 0 } }],
  ['thread-state', { thread: { state: 'locked', slowSeconds: 60, secondsSinceOwnLast: 1 } }],
  ['person-state', { person: { banned: true, suspendedUntil: null, limitedUntil: inHours(1) } }],
  ['slow-mode', { thread: { state: 'open', slowSeconds: 60, secondsSinceOwnLast: 1 } }],
  ['limited', { person: { banned: false, suspendedUntil: null, limitedUntil: inHours(1) } }],
  ['rejected-lately', { rejectedLately: 9 }],
  ['repeat', { sameTextLately: 1 }],
  ['near-repeat', { nearSameOnSite: 9 }],
  ['flood', { lastFiveMinutes: 9 }],
  ['banned-word', { body: 'A casino bonus by the salt road: click here, dear weigher, https://x.example' }],
  ['blog-banned-word', { blogPhrases: { version: 7, banned: ['salt road'], suspect: ['dear weigher'] } }],
  ['newcomer-links', { text: textFacts('See https://x.example and the thirty letters that follow it') }],
  ['learned', { spamProbability: 1 }],
  ['outside', { outside: 'suspect' }],
  ['newcomer', { level: 0, approved: 0 }],
  ['suspect-word', { body: 'By the salt road: click here, dear weigher' }],
  ['blog-suspect-word', { body: 'Well, dear weigher', blogPhrases: { version: 7, banned: [], suspect: ['dear weigher'] } }],
];

describe('the order of the rules', () => {
  test('is this', () => {
    expect(RULES.map(({ name }) => name)).toEqual([
      'shape',
      'thread-state',
      'person-state',
      'slow-mode',
      'limited',
      'rejected-lately',
      'repeat',
      'near-repeat',
      'flood',
      'banned-word',
      'blog-banned-word',
      'suspect-word',
      'blog-suspect-word',
      'newcomer-links',
      'learned',
      'outside',
      'newcomer',
    ]);
  });

  test.each(ORDER)('lets %s decide before all that come after it', (name, own) => {
    const at = ORDER.findIndex(([one]) => one === name);
    const later = ORDER.slice(at)
      .reverse()
      .map(([, facts]) => facts);
    expect(screen(sade(Object.assign({}, ...later, own))).rule).toBe(name);
  });

  test('has every refusal before any hold, so that nobody waits for a moderator to hear what is plain', () => {
    const refusing = ['shape', 'thread-state', 'person-state', 'slow-mode'];
    expect(RULES.slice(0, refusing.length).map(({ name }) => name)).toEqual(refusing);
  });

  test('names the rules apart, each with a version', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    expect(RULES.every(({ version }) => Number.isInteger(version) && version > 0)).toBe(true);
  });
});

test('every rule has words that people are told', () => {
  for (const { name } of RULES) expect(Object.keys(catalogues.en.moderation.rules), name).toContain(name);
});

describe('a suspect word', () => {
  test('never spares Mai, who is new, the wait', () => {
    expect(screen(sade({ level: 0, approved: 0, body: 'Nice, click here' }))).toMatchObject({ verdict: 'held', rule: 'newcomer' });
  });

  test('by Sade is shown and reported', () => {
    expect(screen(sade({ body: 'Nice, click here' }))).toMatchObject({ verdict: 'reported', rule: 'suspect-word', version: 2 });
  });
});

test('what is decided by a phrase bears the version of the lists that hold it', () => {
  const blogPhrases = { version: 7, banned: ['salt road'], suspect: ['dear weigher'] };
  expect([screen(sade({ body: 'The salt road', blogPhrases })), screen(sade({ body: 'Dear weigher', blogPhrases }))]).toEqual([
    { verdict: 'rejected', rule: 'blog-banned-word', version: 7, remark: null },
    { verdict: 'reported', rule: 'blog-suspect-word', version: 7, remark: 'blog-suspect-word' },
  ]);
  const sitePhrases = { version: 9, banned: ['salt road'], suspect: [] };
  expect(screen(sade({ body: 'The salt road', sitePhrases }))).toEqual({
    verdict: 'rejected',
    rule: 'banned-word',
    version: 9,
    remark: null,
  });
  expect(screen(sade({ body: 'Buy VIAGRA', sitePhrases })).verdict).toBe('visible');
});

describe('Ines, whose blog it is', () => {
  const ines = (other: Partial<Facts>) => screen(sade({ trusted: true, level: 0, approved: 0, ...other }));

  test('meets no rule for others', () => {
    const all = ines({ lastFiveMinutes: 9, body: 'viagra', thread: { state: 'closed', slowSeconds: 60, secondsSinceOwnLast: 1 } });
    expect(all).toEqual({ verdict: 'visible', rule: 'trusted', version: 1, remark: null });
  });

  test('is bound by the site’s ban all the same', () => {
    expect(ines({ person: { banned: true, suspendedUntil: null, limitedUntil: null } }).verdict).toBe('refused');
  });
});

test('what a newcomer wrote waits for being new, and the suspect word in it is remarked all the same', () => {
  const sitePhrases = { version: 2, banned: [], suspect: ['dear weigher'] };
  expect(screen(sade({ level: 0, approved: 0, body: 'Dear weigher, hello', sitePhrases }))).toMatchObject({
    verdict: 'held',
    rule: 'newcomer',
    remark: 'suspect-word',
  });
});

test('a comment waits only where the filter is surer than any level asks before it leaves one out', () => {
  for (const { unwanted } of Object.values(THRESHOLDS)) expect(HOLD_AT).toBeGreaterThan(unwanted);
});

test('an edit that keeps at least half of its words says the same', () => {
  const before = 'The tide was low at the station in the morning.';
  expect(saysTheSame(before, 'The tide was lower at the station this morning.')).toBe(true);
  expect(saysTheSame(before, `${before} And the gulls were loud, as always.`)).toBe(true);
  expect(saysTheSame(before, 'Cheap watches, ask me how, write to me today.')).toBe(false);
  // One word said again and again was said once.
  expect(saysTheSame(before, 'Buy tide tide tide tide tide tide now.')).toBe(false);
  expect(saysTheSame('القهوة السوداء في المحطة', 'القهوة السوداء في المطار')).toBe(true);
});
