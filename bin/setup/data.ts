import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Where everything of this machine's own is kept; never in git. */
export const dataDir = path.resolve(root, process.env.BULB_DATA_DIR || '.data');
