import type { AddressInfo } from 'node:net';
import { getBase58Encoder } from '@solana/kit';
import pino from 'pino';
import { expect, test } from 'vitest';
import { rpcServer } from '@/bin/chain/rpc-server';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { railOf } from '@/lib/payouts/rails';
import { solanaFromEnvironment } from '@/lib/payouts/solana/from-environment';
import { keySigner } from '@/lib/payouts/solana/signer';
import { ask, bank, payee, setRailTo } from './paying';

/** All that the log says meanwhile, at its finest. */
async function overheard(act: () => Promise<void>): Promise<string> {
  const said: string[] = [];
  const stream = (log as unknown as Record<symbol, { write: (text: string) => void }>)[pino.symbols.streamSym as symbol];
  if (!stream) throw new Error('the log has no stream');
  const { write } = stream;
  const { level } = log;
  stream.write = (text) => void said.push(text);
  log.level = 'trace';
  try {
    await act();
  } finally {
    log.level = level;
    stream.write = write;
  }
  return said.join('');
}

/** A key however it may be written: in base58, as hex, in base64, as a list of numbers. */
function waysToWrite(secret: string): string[] {
  const bytes = Buffer.from(getBase58Encoder().encode(secret));
  // Its first half is the key; the second is the address, which everybody may know.
  const half = bytes.subarray(0, 32);
  return [secret, half.toString('hex'), half.toString('base64').slice(0, 40), [...half].join(','), [...half].join(', ')];
}

test('the treasury’s key and the signer’s secret are in no log and no table, whatever goes wrong', async () => {
  await setRailTo('solana');
  const [ines, there] = [await payee(), await bank({ tokens: 1n })];
  const server = rpcServer(there.chain);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const shared = 'a-secret-that-the-signer-service-shares';
  // As the operator sets it, so that it goes all the way that it goes there.
  Object.assign(env(), { SOLANA_RPC_URL: url, SOLANA_MINT: there.mint, SOLANA_TREASURY_KEY: there.owner.secret });
  const fails = (act: () => Promise<unknown>) => act().catch((error: unknown) => log.error({ err: error }, 'payouts did not go on'));
  const said = await overheard(async () => {
    await ask(ines.member);
    const rail = await railOf('solana');
    if (!rail) throw new Error('the environment says all that it needs');
    await workRail('solana', rail);
    await there.chain.give(there.owner.address, there.mint, 10n ** 9n);
    await db.payoutFault.updateMany({ data: { clearedAt: new Date() } });
    await workRail('solana', rail);
    server.close();
    server.closeAllConnections();
    await fails(() => workRail('solana', rail));
    await fails(() => keySigner(`${there.owner.secret}1`));
    Object.assign(env(), {
      SOLANA_SIGNER_URL: 'http://127.0.0.1:9',
      SOLANA_SIGNER_SECRET: shared,
      SOLANA_SIGNER_ADDRESS: there.owner.address,
    });
    await fails(async () =>
      (await solanaFromEnvironment()).prepare([{ id: ines.member.id, units: 1n, destination: ines.wallet.address, opened: false }], 6),
    );
    log.info({ env: env().SITE_NAME }, 'this is said');
  });
  expect(said).toContain('SOLANA_TREASURY_KEY is no key');
  expect(said).toContain('this is said');
  const secrets = [...waysToWrite(there.owner.secret), shared];
  for (const secret of secrets) expect(said).not.toContain(secret);
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;
  expect(new Set(tables.map(({ name }) => name.split('.')[0]))).toEqual(new Set(['public', 'ledger', 'pgboss']));
  const patterns = secrets.map((secret) => `%${secret}%`);
  for (const { name } of tables) {
    const [found] = await db.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE ANY ($1)`,
      patterns,
    );
    expect([name, found?.n]).toEqual([name, 0]);
  }
});
