import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Where everything of this machine's own is kept; never in git. */
export const dataDir = path.resolve(root, process.env.BULB_DATA_DIR || '.data');

/** What Next has built, and what was compiled beside it. */
export const builtFolder = (): string => path.join(root, process.env.NEXT_DIST_DIR ?? '.next');
