export const PURGE_CHANNEL = 'bulb_purge';
/** Hours for which is kept what was taken away: who has heard nothing for longer takes everything for gone. */
export const ERASURES_KEPT = 24;
