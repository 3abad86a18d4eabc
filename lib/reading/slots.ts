/** A beat stands for one such piece of the server's time; nobody has two in one. Seconds; what is kept is counted in them. */
export const SLOT_SECONDS = 10;
const DAY_SECONDS = 86_400;

/** The piece of the server's time that an instant lies in. */
export const slotOf = (at: Date): number => Math.floor(at.getTime() / (SLOT_SECONDS * 1000));

/** The same for the database's now, as SQL. */
export const SLOT_NOW = `floor(extract(epoch FROM now()) / ${SLOT_SECONDS})::bigint`;

const DAY_BEGAN = `floor(extract(epoch FROM now()) / ${DAY_SECONDS})::bigint * ${DAY_SECONDS / SLOT_SECONDS}`;

/** How many beats a reader has since midnight, UTC, as SQL; `reader` is the SQL of their id. One range of the primary key. */
export const beatsToday = (reader: string): string =>
  `(SELECT count(*)::int FROM reading_beat WHERE "readerId" = ${reader} AND slot >= ${DAY_BEGAN})`;

/** Midnight, UTC, so many days before the day of `now`. */
export function midnight(now: Date, daysBefore = 0): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - daysBefore));
}
