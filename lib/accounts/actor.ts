import { Refused } from '@/lib/core/refused';

export type SiteRole = 'member' | 'moderator' | 'admin';

/** Someone signed in. */
export interface Member {
  kind: 'member';
  id: string;
  handle: string;
  name: string;
  role: SiteRole;
  language: string;
  createdAt: Date;
  emailVerified: boolean;
}

/** A guest has no `id`, so no `undefined` can reach a filter. */
export interface Guest {
  kind: 'guest';
}

export type Actor = Member | Guest;

export const GUEST: Guest = { kind: 'guest' };

/** @throws Refused `sign-in-needed` */
export function requireMember(actor: Actor): Member {
  if (actor.kind === 'member') return actor;
  throw new Refused('sign-in-needed');
}

export const isSiteModerator = (actor: Actor): boolean => actor.kind === 'member' && (actor.role === 'moderator' || actor.role === 'admin');
export const isAdmin = (actor: Actor): boolean => actor.kind === 'member' && actor.role === 'admin';
