import 'server-only';
import { cacheTag } from '@/lib/core/cache-tags';
import { db } from '@/lib/db/client';
import { purge } from '@/lib/jobs/purge';
import { lockComment } from '../change-status';
import { countVotes } from '../count-votes';

/** Counts the votes on these comments anew, each by itself, because somebody's are gone. A job's work: again changes nothing. */
export async function recountVotes(commentIds: readonly string[]): Promise<void> {
  for (const commentId of commentIds) {
    await db.$transaction(async (tx) => {
      const comment = await lockComment(tx, commentId);
      if (!comment) return;
      await countVotes(tx, commentId);
      await purge(tx, cacheTag.thread(comment.postId));
    });
  }
}
