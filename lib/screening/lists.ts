/** The site's own phrases: what only spam says in any thread, and what it often says. Grows with `LISTS_VERSION`. */
export const LISTS_VERSION = 2;

export const BANNED: readonly string[] = ['viagra', 'cialis', 'casino bonus*', 'double your coins', 'wallet seed phrase*'];

export const SUSPECT: readonly string[] = ['guaranteed profit*', 'earn $', 'free crypto', 'whatsapp me', 'telegram me', 'click here'];
