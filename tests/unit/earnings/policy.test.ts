import { describe, expect, test } from 'vitest';
import { type Actor, GUEST, type Member } from '@/lib/accounts/actor';
import { goesByItself, mayClose, maySetRules } from '@/lib/earnings/policy';

const person = (id: string, role: Member['role']): Member => ({
  ...{ kind: 'member', id, role, handle: id, name: id, language: 'en' },
  createdAt: new Date(0),
  emailVerified: true,
});
const [ada, judit, ines] = [person('ada', 'admin'), person('judit', 'moderator'), person('ines', 'member')];
const closing = (admins: number, ...changedBy: string[]) => ({ admins, changedBy: new Set(changedBy) });

describe('who lets an epoch go on', () => {
  test.each<[string, Actor, ReturnType<typeof closing>, string]>([
    ['Ada, who changed nothing of it', ada, closing(2, 'khanh'), 'yes'],
    ['Ada, who changed its rule or a hold, not while there is another admin', ada, closing(2, 'khanh', 'ada'), 'changed-it'],
    ['Ada all the same where she is the only one', ada, closing(1, 'ada'), 'yes'],
    ['not Ada where everybody has, until a third is named', ada, closing(2, 'ada', 'khanh'), 'changed-it'],
    ['a moderator never', judit, closing(1), 'not-admin'],
    ['nor a member', ines, closing(1), 'not-admin'],
    ['nor a guest', GUEST, closing(1), 'not-admin'],
  ])('%s', (_who, by, state, said) => expect(mayClose(by, state)).toBe(said));
});

test('only admins set rules', () => expect([ada, judit, ines, GUEST].map(maySetRules)).toEqual([true, false, false, false]));

describe('a step goes by itself', () => {
  test.each<[string, boolean, string | null, ReturnType<typeof closing>, boolean]>([
    ['where it is set so', true, 'ada', closing(2, 'khanh'), true],
    ['where nobody set it but the site came so', true, null, closing(2, 'ada'), true],
    ['not where it is set to wait', false, 'ada', closing(2), false],
    ['not by the setting of who changed the rule', true, 'ada', closing(2, 'ada'), false],
    ['by it where nobody else is there', true, 'ada', closing(1, 'ada'), true],
  ])('%s', (_when, byItself, setById, state, goes) => expect(goesByItself({ byItself, setById }, state)).toBe(goes));
});
