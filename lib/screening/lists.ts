/** What a blog or the site does not want said, and which version of its lists this is. */
export interface PhraseLists {
  version: number;
  /** As `parsePhrases` gives them. */
  banned: readonly string[];
  suspect: readonly string[];
}

export const NO_PHRASES: PhraseLists = { version: 0, banned: [], suspect: [] };

/** What only spam says in any thread, and what it often says: the site's own lists until its moderators write theirs. */
export const FIRST_PHRASES: PhraseLists = {
  version: 2,
  banned: ['viagra', 'cialis', 'casino bonus*', 'double your coins', 'wallet seed phrase*'],
  suspect: ['guaranteed profit*', 'earn $', 'free crypto', 'whatsapp me', 'telegram me', 'click here'],
};
