import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './data';

/** What stands in `.env`, if there is one; what is set already wins. */
export function loadSettings(): void {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}
