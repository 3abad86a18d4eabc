import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { parse } from '@/lib/core/parse';
import { db, type Tx } from '@/lib/db/client';
import { erase, purge } from '@/lib/jobs/purge';
import { enqueue } from '@/lib/jobs/queue';
import type { Member } from '../actor';
import { keepBar } from '../barred-address';
import { lockPerson } from '../lock-person';
import { leaving } from '../schema';

interface Leaving {
  now?: Date;
  /** What other nouns do while the person is still there. */
  first?: (tx: Tx, memberId: string, now: Date) => Promise<void>;
}

/**
 * Erases the person everywhere, and their votes with them. What they said in threads stays under nobody's name, as do posts in blogs
 * that stay.
 * Of who is banned or suspended on the whole site a hash of the address is kept. Leaving twice is leaving once.
 */
export async function leave(member: Member, input: unknown, { now = new Date(), first }: Leaving = {}): Promise<void> {
  const { blogs } = parse(leaving, input);
  await db.$transaction(async (tx) => {
    // Whoever decides about a person holds their row first: what is decided while they leave is kept.
    const row = await lockPerson(tx, member);
    if (!row) return;
    await first?.(tx, member.id, now);
    await keepBar(tx, { id: member.id, email: row.email }, now);
    await settleBlogs(tx, member.id, blogs);
    await tx.post.deleteMany({ where: { authorId: member.id, firstPublishedAt: null } });
    const own = { OR: [{ memberId: member.id }, { email: row.email }] };
    const read = await tx.subscription.findMany({ where: own, select: { blogId: true } });
    await tx.subscription.deleteMany({ where: own });
    await tx.oneTimeLink.deleteMany({ where: { email: row.email } });
    await tx.limitCounter.deleteMany({ where: { key: { endsWith: member.id } } });
    await takeVotes(tx, member.id);
    // By itself first: an event that names the person twice would be checked against a sanction that is half gone.
    await tx.sanction.deleteMany({ where: { memberId: member.id } });
    // A hold stays, so that nobody is paid by leaving; what was said of the person does not, nor what was seen, but for the figures of one
    // that somebody has to answer for those whom they read.
    await tx.$executeRaw`
      UPDATE earning_hold h SET note = '', answer = '', marks = '{}',
        evidence = CASE WHEN outcome IS NULL AND EXISTS (SELECT FROM epoch_reader e WHERE e."holdId" = h.id) THEN
          evidence || jsonb_build_object('posts', '[]'::jsonb, 'more', (SELECT coalesce(jsonb_agg(one - 'marks'), '[]')
            FROM jsonb_array_elements(coalesce(evidence -> 'more', '[]')) AS one)) END
      WHERE "memberId" = ${member.id}::uuid`;
    await tx.member.delete({ where: { id: member.id } });
    // A link stays for the other of the two, who may appeal and get back what was taken for it; with neither there it is nobody's.
    await tx.earningLink.deleteMany({ where: { oneId: null, otherId: null } });
    await erase(tx, cacheTag.person(member.id), cacheTag.lists);
    await purge(tx, cacheTag.earn, cacheTag.popular, ...new Set(read.map(({ blogId }) => cacheTag.subscribers(blogId))));
  });
}

async function settleBlogs(tx: Tx, memberId: string, choice: 'delete' | 'keep'): Promise<void> {
  const sole = await tx.blog.findMany({
    where: { members: { some: { memberId, role: 'owner' }, none: { memberId: { not: memberId }, role: 'owner' } } },
    select: { id: true, members: { where: { role: 'editor' }, orderBy: { createdAt: 'asc' }, take: 1, select: { memberId: true } } },
  });
  for (const blog of sole) {
    if (choice === 'delete') await tx.blog.delete({ where: { id: blog.id } });
    // Whoever edited longest takes over, so that the blog is not without anybody.
    else if (blog.members[0])
      await tx.blogMember.update({
        where: { blogId_memberId: { blogId: blog.id, memberId: blog.members[0].memberId } },
        data: { role: 'owner' },
      });
    await erase(tx, cacheTag.blog(blog.id));
  }
}

/** Comments whose votes one job counts anew. */
const AT_ONCE = 200;

// A job each, since a comment that is voted on is not to wait for all the others.
async function takeVotes(tx: Tx, memberId: string): Promise<void> {
  const gone = await tx.$queryRaw<{ commentId: string; value: number }[]>`
    DELETE FROM vote WHERE "memberId" = ${memberId}::uuid RETURNING "commentId", value`;
  const commentIds = gone.flatMap((vote) => (vote.value === 0 ? [] : [vote.commentId])).sort();
  for (let at = 0; at < commentIds.length; at += AT_ONCE)
    await enqueue(tx, 'votes.recount', { commentIds: commentIds.slice(at, at + AT_ONCE) });
}
