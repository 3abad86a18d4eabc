import { randomUUID } from 'node:crypto';
import type { Tx } from '@/lib/db/client';
import type { TownComment } from '@/tests/factories/town/shape';
import { threads } from '@/tests/factories/town/threads';
import { type Ids, idOf } from './ids';
import type { SeededPost } from './posts';

interface Town {
  people: Ids;
  posts: ReadonlyMap<string, SeededPost>;
  now: Date;
}

const REASONS = { spam: 'spam', unkind: 'unkind', 'off-topic': 'off_topic', illegal: 'illegal', other: 'other' } as const;

export async function seedThreads(tx: Tx, town: Town): Promise<void> {
  for (const { post: slug, comments } of threads) {
    const post = town.posts.get(slug);
    if (!post) throw new Error(`The demo town discusses ${slug}, which is not published.`);
    for (const comment of comments) await seedComment(tx, { ...town, post, parentId: null }, comment);
    const commentCount = await tx.comment.count({ where: { postId: post.id, status: 'visible' } });
    await tx.post.update({ where: { id: post.id }, data: { commentCount } });
  }
}

interface Place extends Town {
  post: SeededPost;
  parentId: string | null;
}

async function seedComment(tx: Tx, place: Place, comment: TownComment): Promise<void> {
  const { people, now, post, parentId } = place;
  const at = (minutes: number) => new Date(Math.min(post.publishedAt.getTime() + minutes * 60_000, now.getTime() - 60_000));
  const createdAt = at(comment.minutesAfter);
  const status = comment.status ?? 'visible';
  const { id } = await tx.comment.create({
    data: {
      postId: post.id,
      parentId,
      authorId: idOf(people, comment.by),
      body: status === 'withdrawn' ? '' : comment.body,
      status,
      submissionKey: randomUUID(),
      ups: comment.up?.length ?? 0,
      downs: comment.down?.length ?? 0,
      createdAt,
    },
    select: { id: true },
  });
  const votes = [...(comment.up ?? []).map((by) => ({ by, value: 1 })), ...(comment.down ?? []).map((by) => ({ by, value: -1 }))];
  await tx.vote.createMany({ data: votes.map(({ by, value }) => ({ commentId: id, memberId: idOf(people, by), value, createdAt })) });
  await tx.report.createMany({
    data: (comment.reports ?? []).map(({ by, reason }) => ({
      commentId: id,
      revision: 1,
      memberId: idOf(people, by),
      reason: REASONS[reason],
      createdAt: at(comment.minutesAfter + 20),
      resolvedAt: status === 'removed' ? at(comment.minutesAfter + 45) : null,
    })),
  });
  await tx.moderationEvent.createMany({ data: eventsOf(comment, id, place, at) });
  for (const reply of comment.replies ?? []) await seedComment(tx, { ...place, parentId: id }, reply);
}

function eventsOf(comment: TownComment, commentId: string, { people }: Place, at: (minutes: number) => Date) {
  const first = comment.status === 'held' ? 'held' : 'visible';
  const screened = {
    commentId,
    action: 'screened',
    rule: first === 'held' ? 'newcomer' : 'none',
    byMachine: true,
    toStatus: first,
    createdAt: at(comment.minutesAfter),
  } as const;
  if (comment.status === 'removed') {
    const removed = {
      commentId,
      actorId: idOf(people, 'judit'),
      action: 'removed',
      reason: comment.reports?.[0]?.reason ?? 'spam',
      fromStatus: 'visible',
      toStatus: 'removed',
      createdAt: at(comment.minutesAfter + 45),
    } as const;
    return [screened, removed];
  }
  if (comment.status === 'withdrawn') {
    const withdrawn = {
      commentId,
      actorId: idOf(people, comment.by),
      action: 'withdrawn',
      fromStatus: 'visible',
      toStatus: 'withdrawn',
      createdAt: at(comment.minutesAfter + 10),
    } as const;
    return [screened, withdrawn];
  }
  return [screened];
}
