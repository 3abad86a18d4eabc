import 'server-only';
import { db, type Tx } from '@/lib/db/client';

export interface Decided {
  id: string;
  action: 'approved' | 'lowered' | 'removed' | 'undone';
  by: { id: string; name: string } | null;
  at: Date;
}

const DECISIONS = ['approved', 'lowered', 'removed', 'undone'];

/** The last decision a human made about each of these comments, by the comment's id. */
export async function lastDecisions(commentIds: string[], tx: Tx = db): Promise<Map<string, Decided>> {
  const rows = await tx.moderationEvent.findMany({
    where: { commentId: { in: commentIds }, action: { in: DECISIONS }, byMachine: false },
    orderBy: [{ commentId: 'asc' }, { seq: 'desc' }],
    distinct: ['commentId'],
    select: { id: true, commentId: true, action: true, createdAt: true, actor: { select: { id: true, name: true } } },
  });
  return new Map(
    rows.map(({ commentId, action, createdAt, actor, id }) => [
      commentId ?? '',
      { id, action: action as Decided['action'], by: actor, at: createdAt },
    ]),
  );
}
