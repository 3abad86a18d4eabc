import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { exampleOf } from './example';
import { EVERY } from './snapshot';

interface Lesson {
  commentId: string;
  moderatorId: string;
  unwanted: boolean;
}

/**
 * Keeps what a human decided on a comment, for the filter to learn; the same of the same words again changes nothing. Called last
 * in a transaction that holds the comment's lock: from here on other decisions wait for the commit.
 */
export async function remember(tx: Tx, { commentId, moderatorId, unwanted }: Lesson): Promise<void> {
  const found = await exampleOf(tx, commentId);
  if (!found) return;
  const { text, language, repeats, similarity, accountDays } = found.example;
  const before = await tx.filterDecision.findUnique({ where: { commentId } });
  if (before?.unwanted === unwanted && before.moderatorId === moderatorId && before.text === text) return;
  const [row] = await tx.$queryRaw<{ last: number }[]>`UPDATE filter_history SET last = last + 1 RETURNING last`;
  if (!row) throw new Error('the history of the filter has no row');
  const leftOut = (await tx.filterLeftOut.count({ where: { moderatorId } })) > 0;
  // What it said of these words when they came is not forgotten when a human has set it aside since.
  const probability = found.probability ?? (before?.text === text ? before.probability : null);
  const judged = { text, language, repeats, similarity, accountDays, probability };
  const data = { ...judged, moderatorId, unwanted, leftOut, sequence: row.last, createdAt: new Date() };
  await tx.filterDecision.upsert({ where: { commentId }, create: { commentId, ...data }, update: data });
  if (before || row.last % EVERY === 0) await enqueue(tx, 'filter.learn', { anew: before !== null });
}

/** Whoever changes decisions holds the history first, so that no two wait for each other. */
export async function holdHistory(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT last FROM filter_history FOR NO KEY UPDATE`;
}

/** The filter never heard of this comment: its words teach nothing, or a decision was undone. */
export async function forget(tx: Tx, commentId: string): Promise<void> {
  if ((await tx.filterDecision.count({ where: { commentId } })) === 0) return;
  await holdHistory(tx);
  await tx.filterDecision.deleteMany({ where: { commentId } });
  await enqueue(tx, 'filter.learn', { anew: true });
}

/** Seconds from the first words that are taken back to the retraining without them, and all that were taken back meanwhile. */
const FORGETS_WITHIN = 86_400;

/**
 * The writer took the words back: they are erased here at once, and taken out of what was learned within a day, together with those of
 * others. At once, one person could make every process learn everything anew, as often as they like.
 */
export async function forgetSoon(tx: Tx, commentId: string): Promise<void> {
  if ((await tx.filterDecision.count({ where: { commentId } })) === 0) return;
  await holdHistory(tx);
  await tx.filterDecision.deleteMany({ where: { commentId, leftOut: true } });
  const waiting = await tx.filterDecision.count({ where: { forgotten: true } });
  const { count } = await tx.filterDecision.updateMany({ where: { commentId }, data: { forgotten: true, text: '' } });
  if (count > 0 && waiting === 0) await enqueue(tx, 'filter.forget', {}, FORGETS_WITHIN);
}

/** Takes out what was taken back. A job's work: again changes nothing. */
export async function forgetTakenBack(): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdHistory(tx);
    const { count } = await tx.filterDecision.deleteMany({ where: { forgotten: true } });
    if (count > 0) await enqueue(tx, 'filter.learn', { anew: true });
  });
}
