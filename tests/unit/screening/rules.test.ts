import { expect, test } from 'vitest';
import { screen } from '@/lib/screening/list';
import type { Facts } from '@/lib/screening/rule';
import { inHours, sade } from './sade';

const LINK = 'Look: https://town.example';
const free = { banned: false, suspendedUntil: null, limitedUntil: null };
const slowed = (secondsSinceOwnLast: number | null) => ({ thread: { state: 'open', slowSeconds: 60, secondsSinceOwnLast } }) as const;
const newcomer = { level: 0, approved: 3, accountAgeDays: 5 } as const;
const CAMPAIGN = 'Everyone on the quay should sign the petition of the weighers.';

test.each<[string, Partial<Facts>, string]>([
  ['what Sade says', {}, 'visible none'],
  ['signs without a word', { body: '?! … ---' }, 'refused shape'],
  ['nothing that can be seen', { body: '\u200b\u2800\u3164' }, 'refused shape'],
  ['a thumb', { body: '👍' }, 'visible none'],
  ['a flag', { body: '🇻🇳' }, 'visible none'],
  ['a number', { body: '42' }, 'visible none'],
  ['sixty of a letter', { body: `N${'o'.repeat(30)}${'O'.repeat(30)}` }, 'refused shape'],
  ['fifty-nine of a letter', { body: `N${'o'.repeat(59)}` }, 'visible none'],
  ['a line of dashes', { body: `Over\n${'-'.repeat(200)}\nunder` }, 'visible none'],
  ['a text down the page', { body: Array.from({ length: 41 }, () => 'a').join('\n') }, 'refused shape'],
  ['forty such lines', { body: Array.from({ length: 40 }, () => 'a').join('\n') }, 'visible none'],
  ['twenty-one links', { body: 'https://town.example '.repeat(21) }, 'refused shape'],
  ['twenty links', { body: 'https://town.example '.repeat(20) }, 'visible none'],
  ['eight marks on a letter', { body: `Tide${'\u0301'.repeat(8)}` }, 'refused shape'],
  ['marks on each letter, kept apart by what cannot be seen', { body: 'a\u0301\u0302\u0303\u200d\u0304'.repeat(20) }, 'refused shape'],
  ['Vietnamese in parts', { body: 'Những bến cảng ngập thuỷ triều đều nghiêng'.normalize('NFD') }, 'visible none'],
  ['pointed Hebrew', { body: 'בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים' }, 'visible none'],
  ['vowelled Arabic', { body: 'الْمِيزَانُ عَلَى الرَّصِيفِ' }, 'visible none'],
  ['Thai', { body: 'ตาชั่งที่ท่าเรือมีตุ้มน้ำหนักห้าตัว' }, 'visible none'],
  ['a word in a closed thread', { thread: { state: 'closed', slowSeconds: 0, secondsSinceOwnLast: null } }, 'refused thread-state'],
  ['a word in a locked thread', { thread: { state: 'locked', slowSeconds: 0, secondsSinceOwnLast: null } }, 'refused thread-state'],
  ['someone banned', { person: { ...free, banned: true } }, 'refused person-state'],
  ['someone suspended for an hour', { person: { ...free, suspendedUntil: inHours(1) } }, 'refused person-state'],
  ['someone whose suspension ends now', { person: { ...free, suspendedUntil: inHours(0) } }, 'visible none'],
  ['someone limited here', { person: { ...free, limitedUntil: inHours(1) } }, 'held limited'],
  ['someone limited till an hour ago', { person: { ...free, limitedUntil: inHours(-1) } }, 'visible none'],
  ['the second word in a slowed thread', slowed(59), 'refused slow-mode'],
  ['the second word after the wait', slowed(60), 'visible none'],
  ['the first word in a slowed thread', slowed(null), 'visible none'],
  ['three in ten rejected', { rejectedLately: 3 }, 'held rejected-lately'],
  ['two in ten rejected', { rejectedLately: 2 }, 'visible none'],
  ['two of two rejected, which is too few to say', { rejectedLately: 2, decidedLately: 2 }, 'visible none'],
  ['the same again', { sameTextLately: 1 }, 'held repeat'],
  ['what three others sent', { body: CAMPAIGN, nearSameOnSite: 3 }, 'held near-repeat'],
  ['what two others sent', { body: CAMPAIGN, nearSameOnSite: 2 }, 'visible none'],
  ['what one other sent, by an account of today', { body: CAMPAIGN, nearSameOnSite: 1, accountAgeDays: 0.5 }, 'held near-repeat'],
  ['thanks, as many give', { body: 'Thank you, Ines!', nearSameOnSite: 40 }, 'visible none'],
  ['the sixth in five minutes', { lastFiveMinutes: 5 }, 'held flood'],
  ['the fifth in five minutes', { lastFiveMinutes: 4 }, 'visible none'],
  ['the thirty-first in an hour', { lastHour: 30 }, 'held flood'],
  ['the thirty-first in an hour of a regular', { lastHour: 30, level: 2 }, 'visible none'],
  ['a banned word', { body: 'Buy VIAGRA' }, 'rejected banned-word'],
  [
    'a word the blog bans',
    { body: 'They are weight thieves!', blogPhrases: { version: 7, banned: ['weight thie*'], suspect: [] } },
    'rejected blog-banned-word',
  ],
  ['a word that another blog bans', { body: 'They are weight thieves!' }, 'visible none'],
  ['a suspect word', { body: 'A guaranteed profit, they said.' }, 'reported suspect-word'],
  [
    'a word the blog suspects',
    { body: 'Ask the harbour master.', blogPhrases: { version: 7, banned: [], suspect: ['harbour master'] } },
    'reported blog-suspect-word',
  ],
  ['a newcomer’s link', { ...newcomer, body: LINK }, 'held newcomer-links'],
  ['a newcomer’s link in disguise', { ...newcomer, body: 'hxxps://town.example' }, 'held newcomer-links'],
  ['a newcomer’s bare host', { ...newcomer, body: 'Look at t.me/weights' }, 'held newcomer-links'],
  ['a newcomer’s bare name', { ...newcomer, body: 'on quay-weights.xyz, now' }, 'held newcomer-links'],
  ['a newcomer’s dots that link nowhere', { ...newcomer, body: 'e.g. and/or 3.5/2, i.e. node.js… by mai@town.com' }, 'visible none'],
  ['a link by someone known', { body: LINK }, 'visible none'],
  ['what the filter is sure of', { spamProbability: 0.98 }, 'held learned'],
  ['what the filter doubts', { spamProbability: 0.97 }, 'visible none'],
  ['what an outside classifier suspects', { outside: 'suspect' }, 'held outside'],
  ['a newcomer whom a failing classifier has not seen', { ...newcomer, outside: 'unknown' }, 'held outside'],
  ['someone known whom a failing classifier has not seen', { outside: 'unknown' }, 'visible none'],
  ['a newcomer whom the classifier calls clean', { ...newcomer, outside: 'clean' }, 'visible none'],
  ['a newcomer where there is no classifier', { ...newcomer, outside: 'off' }, 'visible none'],
  ['a newcomer’s first', { ...newcomer, approved: 0 }, 'held newcomer'],
  ['a newcomer’s second', { ...newcomer, approved: 1 }, 'held newcomer'],
  ['a newcomer’s third', { ...newcomer, approved: 2 }, 'visible none'],
])('of %s', (_what, facts, wanted) => {
  const { verdict, rule } = screen(sade(facts));
  expect(`${verdict} ${rule}`).toBe(wanted);
});
