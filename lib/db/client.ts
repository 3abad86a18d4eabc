import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client';
import { pool } from './pool';

export { Prisma };
export type Tx = Prisma.TransactionClient;

const shared = globalThis as { bulbDb?: PrismaClient };

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    // Twenty at once wait for one another on ten connections.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}

/** The one client of this process. Connects on first use. */
shared.bulbDb ??= connect();
export const db: PrismaClient = shared.bulbDb;
