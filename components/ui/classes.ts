/** Joins class names, leaving out what is false. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

/** One line of a menu's sheet. */
export const menuItemClass = 'flex min-h-11 w-full items-center rounded-lg px-3 text-start text-sm hover:bg-sunken';
