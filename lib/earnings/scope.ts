import type { Member } from '@/lib/accounts/actor';
import { canEditAnyPost, canWriteIn } from '@/lib/blogs/policy';
import type { BlogRole } from '@/lib/blogs/view';
import { Refused } from '@/lib/core/refused';

/** The posts of a blog whose earnings somebody may see. */
export interface Scope {
  blogId: string;
  /** Who looks. */
  memberId: string;
  /** All of them, or only their own. */
  all: boolean;
}

/**
 * A scope's posts are counted in two parts, and each is told only where it may be by itself: what one's own brought is on one's statement
 * too, and what is left of a sum without it must not tell of fewer than five readers of others'.
 */
export const PARTS = ['own', 'others'] as const;
export type Part = (typeof PARTS)[number];

/** @throws Refused `not-found` for who neither edits nor writes there */
export function scopeIn(member: Pick<Member, 'id'>, blog: { id: string; role: BlogRole | null }): Scope {
  const all = canEditAnyPost(blog.role);
  if (!all && !canWriteIn(blog.role)) throw new Refused('not-found');
  return { blogId: blog.id, memberId: member.id, all };
}

export const partsIn = ({ all }: Scope): readonly Part[] => (all ? PARTS : ['own']);
