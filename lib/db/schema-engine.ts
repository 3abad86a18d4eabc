import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

// The engine reads Postgres' catalogue, whose one-byte type "char" (18) the adapter refuses; as text (25) it is welcome.
interface WithFields {
  addFields(fields: { dataTypeID: number }[]): void;
}
const result = pg.Result.prototype as unknown as WithFields;
const { addFields } = result;
result.addFields = function (fields) {
  for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
  addFields.call(this, fields);
};

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
  const factory = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: url, allowExitOnIdle: true, idleTimeoutMillis: 200 }),
  );
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}
