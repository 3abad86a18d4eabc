export const PURGE_CHANNEL = 'bulb_purge';
