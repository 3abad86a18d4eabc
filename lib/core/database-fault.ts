/**
 * Why Postgres did not do what it was asked: it does not answer, has no connection free, took too long, has no room left,
 * or went away while it committed, so that nobody knows whether it did.
 */
export type DatabaseFault = 'away' | 'busy' | 'slow' | 'full' | 'unsure';

/** Nobody was there to be asked at all. */
const ABSENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', '57P03']);
const AWAY = new Set(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', '57P01', '57P02', '57P05']);
// The last two: somebody else's transaction came first, and ours was undone.
const BUSY = new Set(['53300', 'P2024', '40001', '40P01']);
const SLOW = new Set(['57014', '55P03', '25P03', '25P04', 'P2028']);
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** The fault that an error of the driver tells of; null for any other error. Codes: Postgres' appendix A, Node's errors, Prisma's P2024 and P2028. */
export function databaseFault(error: unknown, statement = ''): DatabaseFault | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return 'full';
  if (ABSENT.has(code)) return 'away';
  if (BUSY.has(code) || /timeout exceeded when trying to connect/.test(error.message)) return 'busy';
  if (/Unable to start a transaction in the given time/.test(error.message)) return 'busy';
  if (SLOW.has(code) || /^Query read timeout/.test(error.message)) return wasCommit(statement) ? 'unsure' : 'slow';
  if (AWAY.has(code) || code.startsWith('08') || /^Connection terminated|not queryable|Client was closed/.test(error.message))
    return wasCommit(statement) ? 'unsure' : 'away';
  return null;
}

const wasCommit = (statement: string): boolean => /^\s*commit/i.test(statement);
