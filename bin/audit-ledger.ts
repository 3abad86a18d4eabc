import path from 'node:path';
import { command, Fault } from './fault';
import { joinPostgres } from './postgres';
import { dataDir } from './setup/data';
import { leaveDatabase } from './setup/database';
import { loadSettings } from './setup/settings';

// `npm run ledger:audit`: counts every rule of the ledger again from its lines, looks for the heads that were said before,
// holds what was issued against what was divided and what is published against its hashes, and prints one line of JSON.
await command(async () => {
  loadSettings();
  const postgres = process.env.DATABASE_URL ? null : await joinPostgres(path.join(dataDir, 'postgres'));
  if (postgres) process.env.DATABASE_URL = postgres.url('bulb');
  try {
    const [{ ledgerFaults }, { ledgerFigures }] = await Promise.all([
      import('@/lib/earnings/commands/audit-ledger'),
      import('@/lib/ledger/queries'),
    ]);
    const faults = await ledgerFaults();
    process.stdout.write(`${JSON.stringify({ ...(await ledgerFigures()), faults })}\n`);
    if (faults.length > 0) throw new Fault(`The ledger does not hold: ${faults.length} faults.`);
  } finally {
    await leaveDatabase().finally(() => postgres?.stop());
  }
});
