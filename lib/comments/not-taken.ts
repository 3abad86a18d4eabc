import 'server-only';
import { log } from '@/lib/core/log';
import { type FieldErrors, type Reason, Refused } from '@/lib/core/refused';
import { db } from '@/lib/db/client';

/** Screening took nothing: the person is told why, and the decision is kept. */
export class NotTaken extends Refused {
  constructor(
    readonly by: { rule: string; version: number },
    reason: Reason,
    detail: { fields?: FieldErrors; retryAfterSeconds?: number },
  ) {
    super(reason, detail);
  }
}

/** Does `work`, whose transaction ends with what is not taken; the decision is kept after it, without the words. */
export async function keepingRefusals<T>(of: { memberId: string; postId: string }, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotTaken) {
      const { rule, version } = error.by;
      // Whoever left or took the post away meanwhile is told the same.
      await db.refusal
        .create({ data: { ...of, rule, ruleVersion: version }, select: { id: true } })
        .catch((fault: unknown) => log.warn({ err: fault, rule }, 'a refusal was not kept'));
    }
    throw error;
  }
}

const KEPT_DAYS = 30;

export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * 86_400_000);

/** A job's work: again changes nothing. */
export async function forgetRefusals(now = new Date()): Promise<void> {
  await db.refusal.deleteMany({ where: { createdAt: { lt: keptSince(now) } } });
}
