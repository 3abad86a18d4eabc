import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { demoChain } from './chain/demo';
import { rpcServer } from './chain/rpc-server';
import { dataDir } from './setup/data';

// The demo's Solana: the real runtime in this process, asked as any node is. Nothing on it is worth anything.
const port = Number(process.env.CHAIN_PORT);
const BLOCK = 400;
const folder = path.join(dataDir, 'chain');
const { chain, mint, treasuryKey, keep } = await demoChain(folder);
// For whoever wants to ask it themselves.
writeFileSync(path.join(folder, 'url'), `http://127.0.0.1:${port}\n`);
const passing = setInterval(() => chain.pass(1), BLOCK);
const server = rpcServer(chain, keep);
server.listen(port, '127.0.0.1', () => process.send?.({ ready: true, env: { SOLANA_MINT: mint, SOLANA_TREASURY_KEY: treasuryKey } }));

function stop(): void {
  clearInterval(passing);
  keep();
  process.exit(0);
}
for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, stop);
