const DAY = 86_400_000;

/** Keys of the town's data → ids in the database. */
export type Ids = ReadonlyMap<string, string>;

/** @throws when the town's data names someone or something that is not there */
export function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo town has no ${key}.`);
  return id;
}

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY);
