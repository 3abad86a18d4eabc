import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DiffTarget, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { MIGRATIONS, migrationList, migrationNames, schemaFiles } from './migration-files';
import { withSchemaEngine } from './schema-engine';

const filters = { externalTables: [], externalEnums: [] };
const LOCK = 7_235_001;

/** Why a database cannot be migrated, in one line that says what to do. */
export class MigrationRefused extends Error {}

/**
 * Brings the database at `url` up to the migrations of `folder`; answers with the names of those applied now.
 * Several processes may call it at once: they wait for one another.
 * @throws MigrationRefused
 */
export async function migrate(url: string, folder = MIGRATIONS): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await refuseNewer(client, await migrationNames(folder));
    const migrationsList = await migrationList(folder);
    return await withSchemaEngine(url, await schemaFiles(), async (engine) => {
      const { failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      });
      if (failedMigrationNames.length > 0) {
        throw new MigrationRefused(
          `The migration ${failedMigrationNames.join(', ')} failed before: mend the database, then delete its row in _prisma_migrations.`,
        );
      }
      if (editedMigrationNames.length > 0) {
        throw new MigrationRefused(`The migration ${editedMigrationNames.join(', ')} was changed after it was applied: restore its file.`);
      }
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
  } finally {
    await client.end();
  }
}

async function refuseNewer(client: pg.Client, known: string[]): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`);
  if (!rows[0]?.there) return;
  const applied = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY 1',
  );
  const unknown = applied.rows.map(({ name }) => name).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `The database is newer than this code (it has ${unknown.join(', ')}): update the code, or use another database.`,
    );
  }
}

/** The SQL that leads from the migrations of `folder` to `schema`; empty when they agree. Needs the right to create databases. */
export async function driftOf(url: string, schema?: SchemaContainer[], folder = MIGRATIONS): Promise<string> {
  return diff(url, { tag: 'migrations', ...(await migrationList(folder)) }, schema ?? (await schemaFiles()));
}

/** Writes a new migration that leads to today's schema, to be read and completed by hand. Answers with its path. */
export async function newMigration(url: string, name: string, now: Date): Promise<string> {
  const from: DiffTarget = (await migrationNames()).length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...(await migrationList()) };
  const sql = await diff(url, from, await schemaFiles());
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'migration.sql'), sql || '-- Nothing in prisma/schema changed; write the SQL here.\n');
  return path.join(folder, 'migration.sql');
}

async function diff(url: string, from: DiffTarget, schema: SchemaContainer[]): Promise<string> {
  const to: DiffTarget = { tag: 'schemaDatamodel', files: schema };
  const { stdout } = await withSchemaEngine(url, schema, (engine) => engine.diff({ from, to, script: true, exitCode: null, filters }));
  const sql = (stdout ?? '').trim();
  return sql.startsWith('-- This is an empty migration') ? '' : sql === '' ? '' : `${sql}\n`;
}
