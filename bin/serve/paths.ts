import { QUICK, type QuickPath } from '@/lib/core/quick-forms';

/**
 * Files whose own Cache-Control is right however they are asked for: built assets, what lies in public/. Not a picture: unless it is
 * asked for by its key a cache in front is told of no tags, and could not be told to drop it; nor what else Next answers for itself.
 */
export const isFile = (path: string): boolean => path.startsWith('/_next/static/') || /\.[a-z0-9]{2,5}$/i.test(path);

export const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] || '/';

const QUICK_PATHS: readonly string[] = Object.values(QUICK);

export const isQuick = (path: string): path is QuickPath => QUICK_PATHS.includes(path);
