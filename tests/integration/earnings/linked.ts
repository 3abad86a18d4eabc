import { db } from '@/lib/db/client';
import type { FactoryMember } from '../../factories/people';

/** Of somebody every link, the first first. */
export const linksOf = ({ id }: FactoryMember) =>
  db.earningLink.findMany({ where: { OR: [{ oneId: id }, { otherId: id }] }, orderBy: { id: 'asc' } });
/** The last thing of a kind that was decided about somebody. */
export const eventOf = ({ id }: FactoryMember, action: string) =>
  db.moderationEvent.findFirstOrThrow({ where: { personId: id, action }, orderBy: { seq: 'desc' } });
/** What an admin finds of two accounts. */
export const finding = (one: FactoryMember, other: FactoryMember) => ({
  ...{ handle: one.handle, other: `@${other.handle}`, reason: 'one-purse', note: 'One household, one purse.' },
});
