import 'server-only';
import type { Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';

/** Has somebody told of a decision about them, here and by mail. The caller has written it into the audit in this transaction. */
export async function tell(tx: Tx, { eventId, memberId }: { eventId: string; memberId: string }): Promise<void> {
  await tx.notification.create({ data: { memberId, eventId, kind: 'decision' }, select: { id: true } });
  await enqueue(tx, 'mail.decision', { eventId });
}
