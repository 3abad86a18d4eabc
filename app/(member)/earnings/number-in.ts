/** The number of a week or of a page in an address; null for anything else. */
export const numberIn = (segment: string): number | null => (/^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null);
