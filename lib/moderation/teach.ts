import 'server-only';
import type { Member } from '@/lib/accounts/actor';
import type { Tx } from '@/lib/db/client';
import { forget, remember } from '@/lib/relevance/site/remember';
import type { DECISIONS } from './schema';

interface Decided {
  commentId: string;
  decision: (typeof DECISIONS)[number];
  reason: string;
}

/**
 * What a human's decision teaches the filter; the last thing in its transaction. A removal as illegal teaches nothing: whether words
 * break a law is seldom seen in them, and the filter keeps what it learns from. Nor does what stays though its reports are right: it is
 * neither wanted nor not.
 */
export async function teach(tx: Tx, member: Member, { commentId, decision, reason }: Decided): Promise<void> {
  if (decision === 'lower' || (decision === 'remove' && reason === 'illegal')) await forget(tx, commentId);
  else await remember(tx, { commentId, moderatorId: member.id, unwanted: decision === 'remove' });
}
