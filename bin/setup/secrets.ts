import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Fault } from '../fault';
import { dataDir } from './data';

const NAMES = ['SECRET', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'] as const;

const made = (): Record<(typeof NAMES)[number], string> => ({
  SECRET: randomBytes(32).toString('base64url'),
  // Next's forms carry values sealed with this key; without it each build would make its own.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
});

/** Fills in the secrets that are not set, making each once and keeping it on this machine. */
export function ensureSecrets(): void {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const all = { ...made(), ...kept };
  if (NAMES.some((name) => !kept[name])) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  }
  for (const name of NAMES) process.env[name] ||= all[name];
}

/** How a secret is called of which only the mark is kept. */
const markOf = (name: string): string => `${name} of the operator`;
/** What was found in the database, and so is not the operator's. */
const found = new Map<string, string>();

/**
 * The same for machines that share one Postgres: whichever starts first makes them, and all others find them there. What the operator sets
 * lies nowhere in the database, where a copy of it would be beside what it seals; only that it is set. @throws Fault where it is set on
 * another machine, and not on this one
 */
export async function shareSecrets(url: string): Promise<void> {
  const set = new Set(NAMES.filter((name) => process.env[name] && process.env[name] !== found.get(name)));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const keep = (name: string, value: string) =>
    client.query('INSERT INTO site_secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, value]);
  const kept = async (name: string): Promise<string | undefined> =>
    (await client.query<{ value: string }>('SELECT value FROM site_secret WHERE name = $1', [name])).rows[0]?.value;
  try {
    for (const name of NAMES) {
      if (set.has(name)) {
        await keep(markOf(name), 'set');
        await client.query('DELETE FROM site_secret WHERE name = $1', [name]);
        continue;
      }
      if (await kept(markOf(name))) throw new Fault(`${name} is set on another machine of this site, or was on this one: set it here too.`);
      await keep(name, made()[name]);
      const value = (await kept(name)) ?? '';
      found.set(name, value);
      process.env[name] = value;
    }
  } finally {
    await client.end();
  }
}
