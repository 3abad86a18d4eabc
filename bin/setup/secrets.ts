import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
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

/** The same for machines that share one Postgres: whichever starts first makes them, and all others find them there. */
export async function shareSecrets(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [name, value] of Object.entries(made()))
      await client.query('INSERT INTO site_secret (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        name,
        process.env[name] || value,
      ]);
    const { rows } = await client.query<{ name: string; value: string }>('SELECT name, value FROM site_secret WHERE name = ANY ($1)', [
      [...NAMES],
    ]);
    for (const { name, value } of rows) process.env[name] ||= value;
  } finally {
    await client.end();
  }
}
