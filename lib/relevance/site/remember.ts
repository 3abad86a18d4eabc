import 'server-only';
import { db, type Tx } from '@/lib/db/client';
import { enqueue } from '@/lib/jobs/queue';
import { exampleOf } from './example';
import { EVERY } from './snapshot';

interface Lesson {
  commentId: string;
  moderatorId: string;
  /** Null for what is neither wanted nor not. */
  unwanted: boolean | null;
}

/**
 * Keeps what a human decided on a comment, for the filter to learn; the same of the same words again changes nothing. Called last
 * in a transaction that holds the comment's lock: from here on other decisions wait for the commit.
 */
export async function remember(tx: Tx, { commentId, moderatorId, unwanted }: Lesson): Promise<void> {
  const found = await exampleOf(tx, commentId);
  if (!found) return;
  const { text, language, repeats, similarity, accountDays } = found.example;
  const all = await tx.filterDecision.findMany({ where: { commentId }, orderBy: { sequence: 'desc' } });
  const before = all.find((one) => one.moderatorId === moderatorId);
  if (before?.unwanted === unwanted && !before.superseded && before.text === text) return;
  const [row] = await tx.$queryRaw<{ last: number }[]>`UPDATE filter_history SET last = last + 1 RETURNING last`;
  if (!row) throw new Error('the history of the filter has no row');
  const leftOut = (await tx.filterLeftOut.count({ where: { moderatorId } })) > 0;
  // What it said of these words when they came is not forgotten when a human has set it aside since.
  const probability = found.probability ?? all.find((one) => one.text === text)?.probability ?? null;
  const judged = { text, language, repeats, similarity, accountDays, probability };
  const data = { ...judged, unwanted, leftOut, superseded: false, sequence: row.last, createdAt: new Date() };
  await tx.filterDecision.upsert({
    where: { commentId_moderatorId: { commentId, moderatorId } },
    create: { commentId, moderatorId, ...data },
    update: data,
  });
  await settleLessons(tx, [commentId]);
  if (all.length > 0 || row.last % EVERY === 0) await enqueue(tx, 'filter.learn', { anew: all.length > 0 });
}

/** Of several moderators' lessons of a comment the last one is learned whose moderator is not left out. The caller holds the history. */
export async function settleLessons(tx: Tx, commentIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE filter_decision d SET superseded = s.later FROM (
      SELECT x.id, EXISTS (SELECT FROM filter_decision y
        WHERE y."commentId" = x."commentId" AND y.sequence > x.sequence AND NOT y."leftOut") AS later
      FROM filter_decision x WHERE x."commentId" = ANY (${[...commentIds]}::uuid[])) s
    WHERE d.id = s.id AND d.superseded <> s.later`;
}

/** This moderator's lesson of a comment is taken back: what another taught of it before is learned again. */
export async function forgetOf(tx: Tx, commentId: string, moderatorId: string): Promise<void> {
  if ((await tx.filterDecision.count({ where: { commentId, moderatorId } })) === 0) return;
  await holdHistory(tx);
  await tx.filterDecision.deleteMany({ where: { commentId, moderatorId } });
  await settleLessons(tx, [commentId]);
  await enqueue(tx, 'filter.learn', { anew: true });
}

/** Whoever changes decisions holds the history first, so that no two wait for each other. */
export async function holdHistory(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT last FROM filter_history FOR NO KEY UPDATE`;
}

/** The filter never heard of this comment: its words teach nothing. */
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
