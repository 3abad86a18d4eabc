import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { FIRST_RULE } from '@/lib/earnings/rule';
import { storedNumbers } from '@/lib/earnings/rule-numbers';
import { announcedRules, ruleAt, ruleOf } from '@/lib/earnings/rules';

test('the first version in the database is the one that benches and unit tests divide by', async () => {
  expect(await ruleOf(1)).toEqual(FIRST_RULE);
  expect(await ruleAt(new Date())).toEqual(FIRST_RULE);
  expect((await announcedRules()).map(({ rule, withdrawn }) => [rule.version, withdrawn])).toEqual([[1, null]]);
  const [row] = await db.earningRule.findMany();
  expect(row?.numbers).toEqual(storedNumbers(FIRST_RULE));
});

test('what is announced stays as it is, and what was done stays done', async () => {
  const tries = [
    db.$executeRaw`UPDATE earning_rule SET numbers = '{}'`,
    db.$executeRaw`UPDATE earning_rule SET "startsAt" = now()`,
    db.$executeRaw`DELETE FROM earning_rule`,
    db.$executeRaw`TRUNCATE earning_rule CASCADE`,
    db.$executeRaw`UPDATE earning_event SET words = 'otherwise'`,
    db.$executeRaw`UPDATE earning_event SET "actorId" = gen_random_uuid()`,
    db.$executeRaw`DELETE FROM earning_event`,
    db.$executeRaw`TRUNCATE earning_event`,
  ];
  for (const one of tries) await expect(one).rejects.toThrow(/only added to|must be owner|permission/);
  expect(await ruleOf(1)).toEqual(FIRST_RULE);
});
