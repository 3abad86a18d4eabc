/** The number of a week in an address; null for anything else. */
export const weekIn = (segment: string): number | null => (/^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null);
