import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { db } from '@/lib/db/client';
import { statementsOf } from './queries';

/** What is kept of what somebody earns, by the name of its file in their archive. Whom they are linked with, and who decided, is not theirs. */
export async function earningArchive(member: Member): Promise<Record<string, unknown>> {
  const own = { where: { memberId: member.id } };
  const links = await db.earningLink.findMany({
    where: { OR: [{ oneId: member.id }, { otherId: member.id }] },
    omit: { oneId: true, otherId: true, byId: true, shared: true },
  });
  return {
    'earning-account': await db.earningAccount.findMany(own),
    'earning-holds': await db.earningHold.findMany({ ...own, omit: { byId: true, endedById: true } }),
    'earning-links': links,
    'earning-disputes': await db.earningDispute.findMany({ ...own, omit: { answeredById: true } }),
    statements: await statementsOf(member),
  };
}
