import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import { parse } from '@/lib/core/parse';
import { Refused } from '@/lib/core/refused';
import { moderatedBlogIds } from '../queries';
import { decisions } from '../schema';
import { type Outcome, settle } from './decide';

/**
 * One decision about up to 100 comments, each in a transaction of its own in the order of their ids, so that two moderators
 * never wait for one another in a ring. Answers for each what became of it; `batchId` takes all of it back.
 */
export async function decideMany(member: Member, input: unknown): Promise<Outcome[]> {
  const { items, ...made } = parse(decisions, input);
  const blogIds = await moderatedBlogIds(member);
  if (blogIds?.length === 0) throw new Refused('not-found');
  const outcomes: Outcome[] = [];
  for (const item of items.toSorted((a, b) => (a.commentId < b.commentId ? -1 : 1)))
    outcomes.push(await settle(member, blogIds, { ...made, ...item }));
  return outcomes;
}
