import { AGE_BANDS, type AgeBand, ageBand } from './age-band';

export interface Judged {
  language: string;
  accountDays: number | null;
  /** What the filter said when the comment came, not what it says now that it has learned from it. Null is unknown. */
  probability: number | null;
  /** What the human said. */
  unwanted: boolean;
}

export interface FalseHolds<Of extends string = string> {
  of: Of;
  /** Comments a human decided on and the filter had a word about. */
  decided: number;
  /** Of those, what the filter would have held, and what of it a human approved. */
  held: number;
  approved: number;
  /** Of what a human approved, the share the filter would have held, 0 to 1; null when nothing was approved. */
  share: number | null;
}

/**
 * The filter's mistakes against people, so that a language or a newcomer it wrongs is seen. Languages by name, ages from young to old.
 * `holdAt` is the probability from which the site holds.
 */
export function falseHolds(judged: readonly Judged[], holdAt: number): { byLanguage: FalseHolds[]; byAge: FalseHolds<AgeBand>[] } {
  const known = judged.filter(({ probability }) => probability !== null);
  const languages = [...new Set(known.map(({ language }) => language))].sort();
  return {
    byLanguage: languages.map((of) => ({
      of,
      ...counted(
        known.filter(({ language }) => language === of),
        holdAt,
      ),
    })),
    byAge: AGE_BANDS.map((of) => ({
      of,
      ...counted(
        known.filter(({ accountDays }) => ageBand(accountDays) === of),
        holdAt,
      ),
    })).filter(({ decided }) => decided > 0),
  };
}

function counted(known: readonly Judged[], holdAt: number): Omit<FalseHolds, 'of'> {
  const held = known.filter(({ probability }) => (probability ?? 0) >= holdAt);
  const approved = held.filter(({ unwanted }) => !unwanted).length;
  const wanted = known.filter(({ unwanted }) => !unwanted).length;
  return { decided: known.length, held: held.length, approved, share: wanted === 0 ? null : approved / wanted };
}
