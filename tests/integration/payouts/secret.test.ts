import pino from 'pino';
import { expect, test } from 'vitest';
import { log } from '@/lib/core/log';
import { db } from '@/lib/db/client';
import { workRail } from '@/lib/payouts/commands/work-rail';
import { keySigner } from '@/lib/payouts/solana/signer';
import { ask, bank, payee, setRailTo } from './paying';

test('the treasury’s key is in no log and no table, whatever goes wrong', async () => {
  await setRailTo('solana');
  const [ines, there] = [await payee(), await bank({ tokens: 1n })];
  const secret = there.owner.secret;
  const said: string[] = [];
  const stream = (log as unknown as Record<symbol, { write: (text: string) => void }>)[pino.symbols.streamSym as symbol];
  if (!stream) throw new Error('the log has no stream');
  const write = stream.write;
  stream.write = (text) => void said.push(text);
  const level = log.level;
  log.level = 'trace';
  try {
    await ask(ines.member);
    await workRail('solana', there.rail);
    await there.chain.give(there.owner.address, there.mint, 10n ** 9n);
    await db.payoutFault.updateMany({ data: { clearedAt: new Date() } });
    const away = { ...there.rail, send: async () => Promise.reject(new Error('the node is away')) };
    await workRail('solana', away).catch((error: unknown) => log.error({ err: error }, 'payouts did not go on'));
    await keySigner(`${secret}1`).catch((error: unknown) => log.error({ err: error }, 'no signer'));
  } finally {
    log.level = level;
    stream.write = write;
  }
  expect(said.join('')).toContain('SOLANA_TREASURY_KEY is no key');
  expect(said.join('')).not.toContain(secret);
  const tables = await db.$queryRaw<
    { name: string }[]
  >`SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  for (const { name } of tables) {
    const [found] = await db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${name} t WHERE t::text LIKE '%${secret}%'`);
    expect([name, found?.n]).toEqual([name, 0]);
  }
});
