import { z } from 'zod';

/** Words that somebody typed, as they are kept: Postgres takes no NUL, and a form sends the end of each line as two letters. */
export const said = z.string().transform((text) => text.replaceAll('\0', '').replaceAll('\r\n', '\n').trim());
