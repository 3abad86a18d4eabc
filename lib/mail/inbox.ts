import 'server-only';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const stored = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  date: z.coerce.date(),
  text: z.string(),
  links: z.array(z.string()),
});

/** A message that the local SMTP sink took. */
export type InboxMessage = z.output<typeof stored>;

const folder = (): string => path.resolve(process.env.BULB_DATA_DIR ?? '.data', 'inbox');
const KEPT = 200;

export async function keep(message: InboxMessage): Promise<void> {
  await mkdir(folder(), { recursive: true });
  const file = path.join(folder(), `${message.id}.json`);
  // Whole or not at all: a reader never sees half a file.
  await writeFile(`${file}.part`, JSON.stringify(message));
  await rename(`${file}.part`, file);
}

/** The newest messages first. */
export async function inbox(): Promise<InboxMessage[]> {
  const names = await readdir(folder()).catch(() => [] as string[]);
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, KEPT);
  return Promise.all(newest.map(async (name) => stored.parse(JSON.parse(await readFile(path.join(folder(), name), 'utf8')))));
}

export async function inboxMessage(id: string): Promise<InboxMessage | null> {
  return (await inbox()).find((message) => message.id === id) ?? null;
}
