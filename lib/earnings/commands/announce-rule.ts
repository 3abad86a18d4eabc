import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { takeTurn } from '@/lib/accounts/limits';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { db, type Tx } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { record } from '../acts';
import { maySetRules } from '../policy';
import type { RuleNumbers } from '../rule';
import { numbersFrom } from '../rule-form';
import { storedNumbers } from '../rule-numbers';
import { comingStarts, standingRules } from '../rules';
import { announcing } from '../schema';
import { lockStarts } from '../steps';

/**
 * Announces the next version of the rule, from the beginning of an epoch on that is `NOTICE_DAYS` away or more. The version is the one
 * that the form was made for: the same again changes nothing.
 * @throws Refused `not-allowed`; `invalid` for numbers outside their bounds, a start that is none or too near, and while another version
 * waits for its start; `conflict` when the version is taken by another
 */
export async function announceRule(by: Member, input: Readonly<Record<string, unknown>>, now = new Date()): Promise<void> {
  if (!maySetRules(by)) throw new Refused('not-allowed');
  const { version, startsAt, words } = parse(announcing, input);
  const numbers = numbersFrom(input);
  await takeTurn('write', by);
  await db.$transaction(async (tx) => {
    await lockStarts(tx);
    if (await isThere(tx, { version, startsAt, numbers, by })) return;
    const rules = await standingRules(tx);
    if (rules.some(({ from }) => from > now.getTime())) throw new Refused('invalid', { fields: { startsAt: 'rule-waits' } });
    if (!(await comingStarts(now, tx)).includes(startsAt)) throw new Refused('invalid', { fields: { startsAt: 'no-start' } });
    await tx.earningRule.create({ data: { version, startsAt: new Date(startsAt), numbers: storedNumbers(numbers) } });
    await record(tx, 'rule-announced', by, { version, words });
    await purge(tx, cacheTag.earn);
  });
}

interface Wanted {
  version: number;
  startsAt: number;
  numbers: RuleNumbers;
  by: Member;
}

/** Whether this very version is there already; false when it is the next one. */
async function isThere(tx: Tx, { version, startsAt, numbers, by }: Wanted): Promise<boolean> {
  const last = await tx.earningRule.findFirst({
    orderBy: { version: 'desc' },
    include: { events: { where: { action: 'rule-announced' } } },
  });
  if (last?.version === version - 1) return false;
  const same =
    last?.version === version &&
    last.startsAt.getTime() === startsAt &&
    last.events.some(({ actorId }) => actorId === by.id) &&
    sorted(last.numbers) === sorted(storedNumbers(numbers));
  if (!same) throw new Refused('conflict');
  return true;
}

/** One text for the same numbers, whatever the order of their names. */
const sorted = (numbers: unknown): string =>
  JSON.stringify(numbers, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
