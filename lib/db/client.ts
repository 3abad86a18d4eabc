import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client';

export { Prisma };
export type Tx = Prisma.TransactionClient;

const shared = globalThis as { bulbDb?: PrismaClient };

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/bulb';
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 5_000, statement_timeout: 15_000 }),
    // Twenty at once wait for one another on ten connections.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}

/** The one client of this process. Connects on first use. */
shared.bulbDb ??= connect();
export const db: PrismaClient = shared.bulbDb;
