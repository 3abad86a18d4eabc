import { type Actor, isAdmin } from '@/lib/accounts/actor';

/** What is known of an epoch, and of the site, when somebody wants to let it go on. */
export interface Closing {
  /** Who announced or withdrew its rule, or set or answered a hold of one of its readers. */
  changedBy: ReadonlySet<string>;
  /** Admins of the site who are not banned. */
  admins: number;
  /** Who made another admin none since it began, and so is not alone. */
  senders?: ReadonlySet<string>;
}

/** Whether this is one of two: no one person both changes a rule or a hold and lets the epoch go on, as soon as there are two admins. */
export const isSecond = (id: string, { changedBy, admins, senders }: Closing): boolean =>
  !changedBy.has(id) || (admins < 2 && !senders?.has(id));

/** Whether `by` may approve an epoch or release it; why not, otherwise. */
export function mayClose(by: Actor, closing: Closing): 'yes' | 'not-admin' | 'changed-it' {
  if (by.kind === 'guest' || !isAdmin(by)) return 'not-admin';
  return isSecond(by.id, closing) ? 'yes' : 'changed-it';
}

/** Whether `by` may announce, withdraw, or set how epochs go on. */
export const maySetRules = (by: Actor): boolean => isAdmin(by);

/** Whether a step goes by itself: it is set so, and not by somebody who may not take it by hand. */
export const goesByItself = ({ byItself, setById }: { byItself: boolean; setById: string | null }, closing: Closing): boolean =>
  byItself && (setById === null || isSecond(setById, closing));
