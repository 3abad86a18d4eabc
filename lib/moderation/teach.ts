import 'server-only';
import { isSiteModerator, type Member } from '@/lib/accounts/actor';
import type { Tx } from '@/lib/db/client';
import { forget, forgetOf, remember } from '@/lib/relevance/site/remember';
import type { DECISIONS } from './schema';

interface Decided {
  commentId: string;
  decision: (typeof DECISIONS)[number];
  reason: string;
}

/**
 * What a human's decision teaches the filter; the last thing in its transaction. Only the site's own moderators teach: anybody may
 * open a blog and decide there, and the filter is everyone's. A removal as illegal teaches nothing: whether words break a law is
 * seldom seen in them, and the filter keeps what it learns from. Nor does what stays though its reports are right: it is neither
 * wanted nor not.
 */
export async function teach(tx: Tx, member: Member, { commentId, decision, reason }: Decided): Promise<void> {
  if (decision === 'remove' && reason === 'illegal') return forget(tx, commentId);
  if (!isSiteModerator(member)) return;
  await remember(tx, { commentId, moderatorId: member.id, unwanted: decision === 'lower' ? null : decision === 'remove' });
}

/** Takes back what this very member's decision taught, as their undoing does; what another taught of it stands. */
export async function unteach(tx: Tx, member: Member, commentId: string): Promise<void> {
  await forgetOf(tx, commentId, member.id);
}
