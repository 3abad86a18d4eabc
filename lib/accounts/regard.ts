import 'server-only';
import type { Tx } from '@/lib/db/client';

/**
 * What one person makes of another, mute or follow, changes one by one until the transaction ends: the later choice holds and takes
 * the other away.
 */
export async function lockRegard(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`regard of ${memberId}`}, 0))`;
}
