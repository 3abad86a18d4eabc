import { classes } from './classes';

/** The look of what is typed into or chosen from. */
export const controlClass = (wrong: boolean): string =>
  classes(
    'w-full min-h-11 rounded-[10px] border bg-paper px-3.5 py-2.5 text-ink placeholder:text-faint disabled:opacity-60',
    wrong ? 'border-bad' : 'border-edge',
  );
