import { notFound, redirect } from 'next/navigation';
import type { Member } from '@/lib/accounts/actor';
import { currentActor } from '@/lib/accounts/session';
import { blogsOf } from '@/lib/blogs/queries';
import type { BlogRole, BlogView } from '@/lib/blogs/view';
import { Refused } from '@/lib/core/refused';

/** Whoever writes; a guest is sent to sign in and comes back to `next`. */
export async function writer(next: string): Promise<Member> {
  const actor = await currentActor();
  if (actor.kind === 'guest') redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return actor;
}

/** One of the member's own blogs by the segment of the address, `@handle`. */
export async function ownBlog(member: Member, segment: string): Promise<BlogView & { role: BlogRole }> {
  const handle = decodeURIComponent(segment).replace(/^@/, '');
  const blog = (await blogsOf(member.id)).find((one) => one.handle === handle);
  return blog ?? notFound();
}

/** What a query refuses, a page does not have. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Refused) notFound();
    throw error;
  }
}
