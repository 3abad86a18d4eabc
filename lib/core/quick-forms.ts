/** Where a page's scripts send forms that are sent so often that the front answers them without Next; without scripts they are actions. */
export const QUICK = { vote: '/api/votes', bulb: '/api/bulbs' } as const;

export type QuickPath = (typeof QUICK)[keyof typeof QUICK];
