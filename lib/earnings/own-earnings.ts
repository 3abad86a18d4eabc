import 'server-only';
import { db } from '@/lib/db/client';
import { canDispute, disputeUntil } from './dispute-policy';
import { disputesOf } from './disputes';
import { estimateOf } from './own-estimate';
import { asideOf, purseOf, statementOf } from './queries';
import { sheetOf } from './statement';
import { isOverdue, waitingOf, weeksOf } from './weeks';
import { worthNow } from './worth';

/** All that `/earnings` shows of somebody: what they have, their weeks, and the statement of one, the latest unless a week is asked for. */
export async function ownEarnings(member: { id: string }, week: number | null, now: Date) {
  const [weeks, purse, aside, waiting, worth, estimate, said] = await Promise.all([
    weeksOf(member),
    purseOf(member),
    asideOf(member),
    waitingOf(member, now),
    worthNow(),
    estimateOf(member, now),
    db.member.findUnique({ where: { id: member.id }, select: { measured: true } }),
  ]);
  const epoch = week ?? weeks[0]?.epoch ?? null;
  const statement = epoch === null ? null : await statementOf(member, epoch);
  return {
    weeks,
    purse,
    aside,
    waiting,
    worth,
    estimate,
    /** Null before they were asked whether their reading may be measured. */
    measured: said?.measured ?? null,
    shown: statement && {
      statement,
      sheet: sheetOf(statement),
      overdue: statement.availableFrom !== null && isOverdue(statement.availableFrom, now),
      disputes: await disputesOf(member, statement.epoch),
      disputeUntil: canDispute(statement.dividedAt, now) ? disputeUntil(statement.dividedAt) : null,
    },
  };
}
export type OwnEarnings = Awaited<ReturnType<typeof ownEarnings>>;
