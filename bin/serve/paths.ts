/** Files whose own Cache-Control is right: built assets, media, what lies in public/. */
export const isFile = (path: string): boolean => path.startsWith('/_next/') || path.startsWith('/media/') || /\.[a-z0-9]{2,5}$/i.test(path);

export const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] || '/';
