import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDir } from './data';

/** Fills in the secrets that are not set, making each once and keeping it. */
export function ensureSecrets(): void {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const made = {
    SECRET: kept.SECRET ?? randomBytes(32).toString('base64url'),
    // Next's forms carry values sealed with this key; without it each build would make its own.
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: kept.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? randomBytes(32).toString('base64'),
  };
  if (!kept.SECRET || !kept.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  }
  for (const [name, value] of Object.entries(made)) process.env[name] ||= value;
}
