import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQueryable } from '@prisma/driver-adapter-utils';
import type { SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

// The engine reads Postgres' own one-letter type "char" (18), which the adapter knows as no type at all:
// the column passes the adapter as text (25), and is told to the engine as what it was.
const CHAR = 18;
const TEXT = 25;
const letters = new Set<string>();
interface WithFields {
  addFields(fields: { name: string; dataTypeID: number }[]): void;
}
const result = pg.Result.prototype as unknown as WithFields;
const { addFields } = result;
result.addFields = function (fields) {
  for (const field of fields) {
    if (field.dataTypeID !== CHAR) continue;
    field.dataTypeID = TEXT;
    letters.add(field.name);
  }
  addFields.call(this, fields);
};

/** The adapter cuts a script at every semicolon, also at those in a function's body; Postgres takes it whole, as one transaction. */
function withScripts<T extends SqlQueryable>(connection: T): T {
  const { client } = connection as unknown as { client: pg.Pool };
  return Object.assign(connection, { executeScript: async (script: string) => void (await client.query(script)) });
}

function withLetters<T extends SqlQueryable>(connection: T): T {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const rows = await queryRaw(query);
    rows.columnTypes = rows.columnTypes.map((type, at) => (letters.has(rows.columnNames[at] ?? '') ? ColumnTypeEnum.Character : type));
    return rows;
  };
  return connection;
}

// The adapter's own way names the shadow beside the address, and the address wins: it would be the database itself.
async function shadowOf(url: string) {
  const name = `shadow_${randomUUID().replaceAll('-', '')}`;
  const there = new URL(url);
  there.pathname = `/${name}`;
  await statement(url, `CREATE DATABASE ${name}`);
  const adapter = await new PrismaPg({ connectionString: there.href }).connect();
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await statement(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return adapter;
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

let loading: Promise<typeof import('@prisma/schema-engine-wasm/schema_engine_bg')> | undefined;

// Node does not import `.wasm` without a flag, so the package's own entry cannot be used.
async function load() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(glue.replace(/\.js$/, '.wasm'));
  const imports = { './schema_engine_bg.js': engine } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  const { __wbg_set_wasm } = engine as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };
  __wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();
  return engine;
}

/** Prisma's own schema engine over `url`, freed when `use` is done. Its shadow databases are made and dropped beside it. */
export async function withSchemaEngine<T>(url: string, schema: SchemaContainer[], use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loading ??= load();
  const { SchemaEngine } = await loading;
  const datamodels = schema.map(({ path, content }): [string, string] => [path, content]);
  const adapters = new PrismaPg({ connectionString: url, allowExitOnIdle: true, idleTimeoutMillis: 200 });
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connect: async () => withScripts(withLetters(await adapters.connect())),
    connectToShadowDb: async () => withScripts(withLetters(await shadowOf(url))),
  });
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}
