import 'server-only';
import { db } from '@/lib/db/client';
import { lockComment } from '../change-status';
import { eraseWords } from '../erase-words';

/** Erases withdrawn words whose reports no moderator looked at in time. A job's work: again changes nothing. */
export async function eraseWithdrawn(commentId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await lockComment(tx, commentId))?.status === 'withdrawn') await eraseWords(tx, commentId);
  });
}
